/** Colour in OKLCH: lightness 0..1, chroma, hue in degrees. Perceptual, so that a tinted object keeps its shading. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});
const encoded = Uint8Array.from({ length: 4097 }, (_, value) => {
  const v = value / 4096;
  return Math.round(255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055));
});
const encode = (value: number): number => encoded[Math.round(Math.min(1, Math.max(0, value)) * 4096)] ?? 0;

/** Writes lightness, a and b of an sRGB colour into `out`. */
export function toOklab(r: number, g: number, b: number, out: Float64Array): void {
  const lr = linear[r] ?? 0;
  const lg = linear[g] ?? 0;
  const lb = linear[b] ?? 0;
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  out[0] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  out[1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  out[2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** Writes red, green and blue at `offset` of `out`. */
export function fromOklab(lightness: number, a: number, b: number, out: Uint8Array, offset: number): void {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  out[offset] = encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  out[offset + 1] = encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  out[offset + 2] = encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

export function parseHex(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function hexToOklch(hex: string): Oklch {
  const lab = new Float64Array(3);
  toOklab(...parseHex(hex), lab);
  return labToOklch(lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0);
}

export function labToOklch(l: number, a: number, b: number): Oklch {
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

export function oklchToHex({ l, c, h }: Oklch): string {
  const out = new Uint8Array(3);
  const angle = (h * Math.PI) / 180;
  fromOklab(l, c * Math.cos(angle), c * Math.sin(angle), out, 0);
  return `#${Array.from(out, (value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The same colour lighter or darker, and more or less colourful. */
export function shade(hex: string, lightness: number, chroma = 1): string {
  const { l, c, h } = hexToOklch(hex);
  return oklchToHex({ l: Math.min(0.995, Math.max(0.05, l + lightness)), c: c * chroma, h });
}
