/** The colours the shop's products come in; the same value fills the swatch and tints the picture. */
export const palette = {
  Chalk: '#f1ede4',
  Oat: '#dfcfb2',
  Stone: '#b9b0a2',
  Charcoal: '#3f4146',
  Black: '#232326',
  Ink: '#27364f',
  Navy: '#24386b',
  Denim: '#4a6f9c',
  Sky: '#8fbbdc',
  Teal: '#2b7d7f',
  Sage: '#8fa58a',
  Olive: '#76793f',
  Forest: '#2f5f46',
  Moss: '#5d7a3f',
  Mustard: '#d9a12b',
  Honey: '#e2b45c',
  Apricot: '#eeb083',
  Terracotta: '#c4623f',
  Rust: '#a4482c',
  Red: '#c8323a',
  Burgundy: '#7c2438',
  Berry: '#a52c5c',
  Coral: '#ea7765',
  Blush: '#e6b4ab',
  Rose: '#d98a95',
  Lilac: '#b7a4d6',
  Plum: '#5f3763',
  Chocolate: '#5a3a2a',
  Tan: '#b98353',
  Walnut: '#6d4a33',
  Oak: '#c9a06c',
  Brass: '#c6a252',
  Silver: '#bcc1c8',
  Slate: '#5d6874',
  Lemon: '#f0d95b',
  Mint: '#a9d8be',
} as const;
export type ColourName = keyof typeof palette;

export function isColour(value: string): value is ColourName {
  return Object.hasOwn(palette, value);
}
