export { createCandidates, createForShopper, features, type Weights, weigh } from './for-shopper.ts';
export { createHabits } from './habits.ts';
export { type Basket, buildHistory, type History } from './history.ts';
export { createPairs } from './pairs.ts';
export { popularSince } from './popular.ts';
export { createScores } from './scores.ts';
export { pairSettings, weights } from './settings.ts';
