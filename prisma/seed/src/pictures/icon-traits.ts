import type { TintRegion } from './tint.ts';

/** What a picture must know about an icon that its pixels do not tell. */
export interface IconTraits {
  /** Which pixels a colour applies to, where the main hue is the wrong answer. */
  region?: TintRegion;
  /** True where a tint would reach parts that must keep their own colour: flames, steam, chocolate. */
  keepColours?: boolean;
  /** Relative size, for things that are naturally small or fill their box. */
  scale?: number;
  /** Share of the height at which it hangs or flies. */
  lift?: number;
}

export const iconTraits: Record<string, IconTraits | undefined> = {
  'hot-beverage': { region: 'neutral', scale: 0.92 },
  'teacup-without-handle': { keepColours: true },
  'chocolate-bar': { keepColours: true },
  candle: { keepColours: true },
  'diya-lamp': { keepColours: true },
  candy: { keepColours: true },
  'honey-pot': { keepColours: true },
  headphone: { region: 'neutral' },
  keyboard: { region: 'neutral' },
  ring: { region: 'neutral', scale: 0.8 },
  glasses: { region: 'hue' },
  'red-paper-lantern': { lift: 0.2, scale: 0.95 },
  'wind-chime': { lift: 0.18 },
  'light-bulb': { lift: 0.06, scale: 0.9 },
  kite: { lift: 0.14, scale: 1.05 },
  balloon: { lift: 0.1 },
  airplane: { lift: 0.2 },
  helicopter: { lift: 0.18 },
  rocket: { lift: 0.12 },
  bubbles: { lift: 0.16, scale: 0.85 },
  'flying-disc': { lift: 0.14, scale: 0.85 },
  boomerang: { lift: 0.1, scale: 0.85 },
  'leaf-fluttering-in-wind': { lift: 0.12, scale: 0.7 },
  snowflake: { lift: 0.16, scale: 0.7 },
  dress: { lift: 0.03 },
  't-shirt': { lift: 0.05, scale: 0.95 },
  'womans-clothes': { lift: 0.05, scale: 0.95 },
  shorts: { lift: 0.04, scale: 0.85 },
  'running-shirt': { lift: 0.05, scale: 0.9 },
  bikini: { lift: 0.05, scale: 0.85 },
  'framed-picture': { scale: 0.98 },
  sunglasses: { scale: 0.92 },
  'flat-shoe': { scale: 0.95 },
  chopsticks: { scale: 0.9 },
  herb: { scale: 0.85 },
  'couch-and-lamp': { scale: 1.14 },
  bed: { scale: 1.12 },
  bicycle: { scale: 1.12 },
};
