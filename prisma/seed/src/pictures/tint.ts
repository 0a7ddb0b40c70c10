import { fromOklab, hexToOklch, labToOklch, toOklab } from './colour.ts';

/** Which pixels of an object take the new colour: those of its main hue, its greys, or all of it. */
export type TintRegion = 'hue' | 'neutral' | 'all';

interface Body {
  region: TintRegion;
  hue: number;
  lightness: number;
  chroma: number;
}

const hueDistance = (left: number, right: number): number => {
  const distance = Math.abs(left - right) % 360;
  return distance > 180 ? 360 - distance : distance;
};

/** Finds the object's main body by area: the most frequent hue, or the greys when colour covers little. */
function findBody(pixels: Uint8Array, region: TintRegion | undefined): Body {
  const lab = new Float64Array(3);
  const buckets = new Float64Array(36);
  let coloured = 0;
  let opaque = 0;
  for (let index = 0; index < pixels.length; index += 16) {
    if ((pixels[index + 3] ?? 0) < 200) continue;
    toOklab(pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0, lab);
    const { c, h } = labToOklch(lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0);
    opaque += 1;
    if (c < 0.045) continue;
    coloured += 1;
    const bucket = Math.floor(h / 10) % 36;
    buckets[bucket] = (buckets[bucket] ?? 0) + Math.min(c, 0.15);
  }
  let best = 0;
  let bestWeight = -1;
  for (let index = 0; index < 36; index += 1) {
    const weight = (buckets[index] ?? 0) + 0.7 * ((buckets[(index + 35) % 36] ?? 0) + (buckets[(index + 1) % 36] ?? 0));
    if (weight > bestWeight) {
      best = index;
      bestWeight = weight;
    }
  }
  const chosen: TintRegion = region ?? (coloured < opaque * 0.3 ? 'neutral' : 'hue');
  const hue = best * 10 + 5;
  let lightness = 0;
  let chroma = 0;
  let count = 0;
  for (let index = 0; index < pixels.length; index += 16) {
    if ((pixels[index + 3] ?? 0) < 200) continue;
    toOklab(pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0, lab);
    const { l, c, h } = labToOklch(lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0);
    if (chosen === 'hue' && (c < 0.045 || hueDistance(h, hue) > 35)) continue;
    if (chosen === 'neutral' && c > 0.06) continue;
    lightness += l;
    chroma += c;
    count += 1;
  }
  return { region: chosen, hue, lightness: count ? lightness / count : 0.6, chroma: count ? chroma / count : 0.1 };
}

const smooth = (value: number): number => {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
};

/** Recolours RGBA pixels in place: the body moves to `target`, its shading and the other parts stay. */
export function tintPixels(pixels: Uint8Array, target: string, region?: TintRegion): void {
  const goal = hexToOklch(target);
  const body = findBody(pixels, region);
  const lab = new Float64Array(3);
  const angle = (goal.h * Math.PI) / 180;
  const contrast = goal.l < 0.4 ? 0.75 : 0.9;
  for (let index = 0; index < pixels.length; index += 4) {
    if ((pixels[index + 3] ?? 0) === 0) continue;
    toOklab(pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0, lab);
    const l = lab[0] ?? 0;
    const a = lab[1] ?? 0;
    const b = lab[2] ?? 0;
    const { c, h } = labToOklch(l, a, b);
    let weight = 1;
    if (body.region === 'hue') weight = smooth((62 - hueDistance(h, body.hue)) / 24) * smooth((c - 0.015) / 0.03);
    else if (body.region === 'neutral') weight = smooth((0.11 - c) / 0.04);
    if (weight === 0) continue;
    let lightness = goal.l + (l - body.lightness) * contrast;
    if (lightness > 0.93) lightness = 0.93 + 0.065 * (1 - Math.exp(-(lightness - 0.93) / 0.065));
    lightness = Math.max(0.07, lightness);
    const strength = body.region === 'hue' ? Math.min(1.35, Math.max(0.45, c / Math.max(body.chroma, 0.02))) : 1;
    const chroma = goal.c * strength * (lightness > 0.9 ? 0.8 : 1);
    fromOklab(
      l + (lightness - l) * weight,
      a + (chroma * Math.cos(angle) - a) * weight,
      b + (chroma * Math.sin(angle) - b) * weight,
      pixels,
      index,
    );
  }
}
