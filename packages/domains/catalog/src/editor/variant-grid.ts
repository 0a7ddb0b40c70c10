import type { z } from 'zod';
import { type Actor, assertMember } from '../actor.ts';
import type { variantGridInput, variantGridOutput } from '../contract.ts';

const largest = 100;

/** `Dark oak` → `DARK-OAK`. */
const skuPart = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toUpperCase()
    .slice(0, 20);

/**
 * Every combination of the options in their order. A variant that has a combination keeps everything; where options were
 * added, the first combination that holds its values takes it over, so that nothing that was sold changes its identity.
 */
export function variantGrid(actor: Actor, input: z.output<typeof variantGridInput>): z.infer<typeof variantGridOutput> {
  assertMember(actor, input.sellerId);
  const { options, variants, skuPrefix } = input;
  const total = options.reduce((product, { values }) => product * values.length, 1);
  const free = new Set(variants);
  const used = new Set(variants.map(({ sku }) => sku));
  const made = Array.from({ length: Math.min(total, largest) }, (_, index) => {
    let rest = index;
    const values = options.toReversed().map(({ values: choices }) => {
      const value = choices[rest % choices.length];
      rest = Math.floor(rest / choices.length);
      return value;
    });
    const combination = values.toReversed().filter((value) => value !== undefined);
    const ids = combination.map(({ id }) => id);
    const holds = (candidate: (typeof variants)[number]) => candidate.optionValueIds.every((id) => ids.includes(id));
    const known =
      [...free].find(({ optionValueIds }) => optionValueIds.join('\0') === ids.join('\0')) ?? [...free].find(holds);
    if (known) {
      free.delete(known);
      return { ...known, optionValueIds: ids };
    }
    const parts = [skuPrefix, ...combination.map(({ value }) => skuPart(value))].filter((part) => part !== '');
    const sku = parts.join('-').slice(0, 76) || 'SKU';
    let unique = sku;
    for (let number = 2; used.has(unique); number += 1) unique = `${sku}-${number}`;
    used.add(unique);
    return { sku: unique, barcode: '', weightGrams: 500, optionValueIds: ids, imageIndexes: [], prices: {} };
  });
  return { variants: made, leftOut: total - made.length };
}
