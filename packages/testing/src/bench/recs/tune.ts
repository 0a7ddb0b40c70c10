import {
  createCandidates,
  createPairs,
  features,
  pairSettings,
  type Weights,
  weigh,
} from '@mallhive/search/recommendation-model';
import type { Split } from './purchases.ts';

interface Choice {
  all: { values: Float64Array; right: boolean }[];
  right: number;
}

const rounds = 200;
const step = 0.05;
const draw = 1e-3;
/** The second fit looks at so many of each shopper's products only: those that the first one puts on top. */
const head = 30;

/**
 * The weights under which what shoppers bought next is likeliest among their candidates (a multinomial logit), over
 * several splits; fitted again on the head of each list, because only the head is shown.
 */
export function tune(splits: readonly Split[]): Weights {
  const choices = splits.flatMap(choicesOf);
  const first = fit(choices);
  const top = choices.map(({ all }) =>
    toChoice(all.toSorted((a, b) => weigh(b.values, first) - weigh(a.values, first)).slice(0, head)),
  );
  const second = fit(top.filter(({ right }) => right > 0));
  return Object.fromEntries(features.map((feature, at) => [feature, Number((second[at] ?? 0).toFixed(3))])) as Weights;
}

const toChoice = (all: Choice['all']): Choice => ({ all, right: all.filter(({ right }) => right).length });

function choicesOf({ known, now, next }: Split): Choice[] {
  const candidates = createCandidates(known, now, createPairs(known, now, pairSettings));
  return next
    .filter(({ regular }) => regular)
    .map(({ shopper, items }) =>
      toChoice(candidates(shopper).map(({ item, values }) => ({ values, right: items.has(item) }))),
    )
    .filter(({ right }) => right > 0);
}

/** Gradient ascent with a pace of its own for each weight (Adam). */
function fit(choices: readonly Choice[]): number[] {
  const size = features.length;
  const weights = new Array<number>(size).fill(0);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let round = 1; round <= rounds; round += 1) {
    const slope = slopeOf(choices, weights);
    for (let at = 0; at < size; at += 1) {
      const push = (slope[at] ?? 0) / choices.length - draw * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * push;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * push * push;
      const speed = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) + (step * ((mean[at] ?? 0) / (1 - 0.9 ** round))) / speed;
    }
  }
  return weights;
}

function slopeOf(choices: readonly Choice[], weights: readonly number[]): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const { all, right } of choices) {
    const shares = all.map(({ values }) => Math.exp(weigh(values, weights)));
    let whole = 0;
    for (const share of shares) whole += share;
    for (let index = 0; index < all.length; index += 1) {
      const one = all[index];
      if (!one) continue;
      const push = (one.right ? 1 / right : 0) - (shares[index] ?? 0) / whole;
      for (let at = 0; at < slope.length; at += 1) slope[at] = (slope[at] ?? 0) + push * (one.values[at] ?? 0);
    }
  }
  return slope;
}
