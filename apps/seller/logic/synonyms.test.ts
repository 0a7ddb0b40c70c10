import { expect, test } from 'vitest';
import { sayTerms, splitTerms } from './synonyms.ts';

test('words are separated by commas of either script, and count once', () => {
  expect(splitTerms(' sofa, couch,, sofa ;settee\n')).toEqual(['sofa', 'couch', 'settee']);
  expect(splitTerms('أريكة، كنبة')).toEqual(['أريكة', 'كنبة']);
  expect(splitTerms(' , ')).toEqual([]);
});

test('a direction can be read', () => {
  expect(sayTerms({ terms: ['sofa', 'couch'], replacements: [] })).toBe('sofa = couch');
  expect(sayTerms({ terms: ['furniture'], replacements: ['chair', 'table'] })).toBe('furniture → chair, table');
});
