import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsInComponent, textsInFolder } from './component-texts.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const remotes = ['home', 'product', 'cart', 'checkout', 'profile'];
// A remote's own pages are for its authors.
const folders = [
  'apps/shell/components',
  'apps/shell/pages',
  ...remotes.flatMap((remote) => [`apps/${remote}/components`, `apps/${remote}/exposed`]),
  'apps/seller/components',
  'apps/seller/pages',
  'packages/ui/src',
];

describe('texts are in message files', () => {
  it.each(folders)('%s', (folder) => expect(textsInFolder(root, folder)).toEqual([]));

  it('finds words wherever a component may say them', () => {
    const say = (jsx: string) => textsInComponent(`export const A = () => ${jsx};`);
    expect(say('<p>Hello there</p>')).toEqual(['1: Hello there']);
    expect(say("<p>{open ? 'Close it' : text.open}</p>")).toEqual(['1: Close it']);
    expect(say('<p>{`Order $' + '{number}`}</p>')).toEqual(['1: Order']);
    expect(say('<img alt="A mug" src="/mug.webp" />')).toEqual(['1: A mug']);
    expect(say("<input aria-label={label ?? 'Search'} className='wide' />")).toEqual(['1: Search']);
    expect(say('<><b>{text.a}</b> · MallHive {"UTC"}, {\' \'}</>')).toEqual([]);
  });
});
