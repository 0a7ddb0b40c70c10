import { describe, expect, it } from 'vitest';
import { attributePayload, choicesOf, draftAttribute, newAttribute } from './attributes.ts';
import { dropMove, keyMove, treeRows } from './category-tree.ts';
import { changePercentOf, isRate } from './rates.ts';

const node = (id: string, parentId: string | null, position: number) => ({ id, parentId, position });
const rows = treeRows([
  node('b', null, 1),
  node('a', null, 0),
  node('a2', 'a', 1),
  node('a1', 'a', 0),
  node('deep', 'a1', 0),
]);

describe('the tree of categories', () => {
  it('is listed depth first by position', () => {
    expect(rows.map(({ category, depth }) => `${depth}${category.id}`)).toEqual(['0a', '1a1', '2deep', '1a2', '0b']);
  });
  it('is changed with arrow keys, and not beyond its edges', () => {
    expect(keyMove(rows, 'a', 'ArrowUp')).toBeNull();
    expect(keyMove(rows, 'a1', 'ArrowDown')).toEqual({ categoryId: 'a1', parentId: 'a', position: 1 });
    expect(keyMove(rows, 'a2', 'ArrowRight')).toEqual({ categoryId: 'a2', parentId: 'a1', position: 1 });
    expect(keyMove(rows, 'a2', 'ArrowLeft')).toEqual({ categoryId: 'a2', parentId: null, position: 1 });
    expect([keyMove(rows, 'a', 'ArrowLeft'), keyMove(rows, 'a1', 'ArrowRight'), keyMove(rows, 'a', 'Enter')]).toEqual([
      null,
      null,
      null,
    ]);
  });
  it('takes drops before, behind and inside, and never into itself', () => {
    expect(dropMove(rows, 'b', 'a1', 'before')).toEqual({ categoryId: 'b', parentId: 'a', position: 0 });
    expect(dropMove(rows, 'a1', 'a2', 'after')).toEqual({ categoryId: 'a1', parentId: 'a', position: 1 });
    expect(dropMove(rows, 'b', 'a', 'inside')).toEqual({ categoryId: 'b', parentId: 'a', position: 2 });
    expect(dropMove(rows, 'a', 'deep', 'inside')).toBeNull();
    expect(dropMove(rows, 'a', 'a', 'before')).toBeNull();
  });
});

describe('attributes', () => {
  const stored = [
    { value: 'oak', label: 'Oak' },
    { value: 'ash', label: 'Ash' },
  ];
  it('keep the value of a choice that is renamed or moved; products name it', () => {
    expect(choicesOf('Ash\nOak', stored)).toEqual([stored[1], stored[0]]);
    expect(choicesOf('Oak wood\nAsh', stored)).toEqual([{ value: 'oak', label: 'Oak wood' }, stored[1]]);
    expect(choicesOf('Oak\nAsh\nPine\n Pine ', stored)).toEqual([...stored, { value: 'pine', label: 'Pine' }]);
    expect(choicesOf('Oak!\nOak', [])).toEqual([
      { value: 'oak', label: 'Oak!' },
      { value: 'oak-2', label: 'Oak' },
    ]);
  });
  it('send what their kind has', () => {
    expect(
      attributePayload({ ...newAttribute(), name: ' Width ', type: 'number', unit: 'cm', choices: 'x' }),
    ).toMatchObject({ name: 'Width', unit: 'cm', choices: [] });
    const kept = draftAttribute({
      id: 'i',
      name: 'Wood',
      type: 'choice',
      unit: '',
      choices: stored,
      required: true,
      filterable: true,
      translations: { de: { name: 'Holz', choices: { oak: 'Eiche' } } },
    });
    expect(attributePayload(kept)).toMatchObject({
      id: 'i',
      choices: stored,
      translations: { de: { name: 'Holz', choices: { oak: 'Eiche' } } },
    });
  });
});

describe('exchange rates', () => {
  it('are decimal numbers above nothing', () => {
    expect(['1.1735', '190', '0', '-1', '1,2', '', '1e3'].map(isRate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(changePercentOf('1.2', '1.5')).toBe(25);
  });
});
