import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function palette(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--mh-([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'accent-soft'];
const pairs: Array<[text: string, ground: string]> = [
  ...['ink', 'ink-soft', 'accent-strong'].flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ...['sale', 'positive', 'caution', 'danger'].flatMap(
    (text): Array<[string, string]> => [
      [text, 'paper'],
      [text, 'surface'],
      [text, `${text}-soft`],
    ],
  ),
  ...[1, 2, 3, 4, 5, 6].map((tile): [string, string] => ['ink', `tile-${tile}`]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['inverse-ink', 'inverse'],
  ['inverse-ink', 'inverse-hover'],
  ['surface', 'sale'],
];

const light = palette(':root');
const dark = new Map([...light, ...palette(":root[data-theme='dark']")]);

describe.each([
  ['light', light],
  ['dark', dark],
])('%s palette', (_, colours) => {
  it.each(pairs)('%s is readable on %s', (text, ground) => {
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['paper', 'surface'])('outlines of controls can be seen on %s', (ground) => {
    expect(contrast(colours.get('line-strong') ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('gives the device’s dark setting and the chosen dark theme the same values', () => {
  const device = css.slice(css.indexOf('@media'), css.indexOf(":root[data-theme='dark']"));
  const chosen = css.slice(css.indexOf(":root[data-theme='dark']"));
  const values = (text: string) => [...text.matchAll(/--mh-[\w-]+: [^;]+;/g)].map((match) => match[0]);
  expect(values(device)).toEqual(values(chosen));
});
