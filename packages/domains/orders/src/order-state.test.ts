import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  orderStatusOf,
  orderTransitions,
  refundTransitions,
  returnTransitions,
  shipmentTransitions,
  step,
  subOrderTransitions,
} from './order-state.ts';

it('says why something is not possible', () => {
  expect(step(orderTransitions, 'cancelled', 'pay')).toEqual({
    ok: false,
    reason: 'pay is not possible when cancelled',
  });
  expect(step(subOrderTransitions, 'to_fulfil', 'ship_rest')).toEqual({ ok: true, to: 'shipped' });
});

it('sees the order in its parts', () => {
  expect(orderStatusOf(['to_fulfil', 'to_fulfil'], 'paid')).toBe('paid');
  expect(orderStatusOf(['shipped', 'to_fulfil'], 'paid')).toBe('partially_shipped');
  expect(orderStatusOf(['shipped', 'cancelled'], 'partially_shipped')).toBe('shipped');
  expect(orderStatusOf(['delivered', 'shipped'], 'shipped')).toBe('shipped');
  expect(orderStatusOf(['delivered', 'delivered'], 'shipped')).toBe('delivered');
  expect(orderStatusOf(['cancelled'], 'paid')).toBe('cancelled');
});

it('is drawn in the README as it stands in the tables', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const diagrams = [...readme.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
  const tables = [orderTransitions, subOrderTransitions, shipmentTransitions, returnTransitions, refundTransitions];
  expect(diagrams).toHaveLength(tables.length);
  for (const [index, table] of tables.entries()) {
    const arrows = Object.entries(table).flatMap(([from, events]) =>
      Object.entries(events).map(([event, to]) => `  ${from} --> ${to}: ${event}`),
    );
    const drawn = (diagrams[index] ?? '').split('\n').filter((line) => /^ {2}\w+ --> /.test(line));
    expect(drawn.toSorted()).toEqual(arrows.toSorted());
  }
});
