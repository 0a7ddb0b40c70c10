import { describe, expect, it } from 'vitest';
import { emptyCart, fullCart, noticesCart } from '../fixtures/carts.ts';
import { badgeText, groupBySeller, stepperMaximum, withAdded, withQuantity, withRestored } from './cart-view.ts';
import { dropRemoval, pushRemoval, rememberRemoval } from './removals.ts';

const first = fullCart.lines[0];
const second = fullCart.lines[1];
if (!first || !second) throw new Error('the fixture has three lines');

describe('optimistic quantity', () => {
  it('leaves the cart alone for a variant that is not in it', () => {
    expect(withQuantity(fullCart, 'unknown', 5)).toEqual(fullCart);
  });
  it('removes the line at zero and recounts', () => {
    const cart = withQuantity(fullCart, second.variantId, 0);
    expect(cart.lines.map((line) => line.variantId)).not.toContain(second.variantId);
    expect(cart.itemCount).toBe(fullCart.itemCount - 2);
    expect(cart.subtotal.amount).toBe(fullCart.subtotal.amount - second.total.amount);
  });
  it('changes total and subtotal', () => {
    const cart = withQuantity(fullCart, first.variantId, 3);
    expect(cart.lines[0]?.total.amount).toBe(3 * first.unitPrice.amount);
    expect(cart.subtotal.amount).toBe(fullCart.subtotal.amount + 2 * first.unitPrice.amount);
  });
  it('is not purchasable above what is there, nor empty', () => {
    expect(withQuantity(fullCart, first.variantId, 50).purchasable).toBe(false);
    expect(noticesCart.purchasable).toBe(false);
    expect(emptyCart.purchasable).toBe(false);
  });
});

describe('optimistic add', () => {
  it('counts an unknown variant, and adds to a known line', () => {
    expect(withAdded(emptyCart, 'new', 2).itemCount).toBe(2);
    expect(withAdded(fullCart, first.variantId, 2).lines[0]?.quantity).toBe(3);
  });
});

describe('undo of a removal', () => {
  it('remembers nothing for a line that is gone', () => {
    expect(rememberRemoval(fullCart, 'gone')).toBeNull();
  });
  it('puts the line back where it stood, with its quantity', () => {
    const removal = rememberRemoval(fullCart, second.variantId);
    if (!removal) throw new Error('the line is in the cart');
    const without = withQuantity(fullCart, second.variantId, 0);
    expect(withRestored(without, removal.line, removal.index)).toEqual(fullCart);
  });
  it('does not double a line that another tab has put back already', () => {
    expect(withRestored(fullCart, { ...second, quantity: 1 }, 1).lines).toHaveLength(3);
  });
  it('keeps one removal a variant, the newest', () => {
    const older = { line: second, index: 1 };
    const newer = { line: { ...second, quantity: 1 }, index: 0 };
    const removals = pushRemoval(pushRemoval([{ line: first, index: 0 }], older), newer);
    expect(removals).toHaveLength(2);
    expect(removals.at(-1)).toBe(newer);
    expect(dropRemoval(removals, second.variantId)).toHaveLength(1);
  });
});

describe('grouping and limits', () => {
  it('makes one group a seller in order of appearance', () => {
    const groups = groupBySeller(fullCart.lines);
    expect(groups.map((group) => group.seller.slug)).toEqual(['hearth-and-grain', 'northwind-outdoor']);
    expect(groups[0]?.subtotal.amount).toBe(first.total.amount + second.total.amount);
  });
  it('never lets the stepper go above stock or 99', () => {
    expect(stepperMaximum({ quantity: 1, availableQuantity: 3 })).toBe(3);
    expect(stepperMaximum({ quantity: 5, availableQuantity: 3 })).toBe(5);
    expect(stepperMaximum({ quantity: 1, availableQuantity: 500 })).toBe(99);
    expect(stepperMaximum({ quantity: 1, availableQuantity: 0 })).toBe(1);
  });
  it('keeps the badge short', () => {
    expect([badgeText(7), badgeText(100)]).toEqual(['7', '99+']);
  });
});
