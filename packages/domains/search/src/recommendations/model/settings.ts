import type { Weights } from './for-shopper.ts';
import type { PairSettings } from './pairs.ts';

export const pairSettings: PairSettings = { halfLife: 120, chance: 0.5 };
/** Fitted by `npm run bench:recs -- --tune` on weeks before those that it reports. */
export const weights: Weights = {
  bought: 0.584,
  boughtVisits: 0.803,
  habit: 0.159,
  share: 0.824,
  recently: 0.103,
  comesBack: 0.487,
  comesBackVisits: -0.181,
  alike: 1.988,
  alikeBought: -0.596,
  pairs: -0.392,
  popular: -0.186,
  popularBought: 0.182,
  thisWeek: 0.238,
  trend: 0.495,
  trendBought: -0.117,
};
