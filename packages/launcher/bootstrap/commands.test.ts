import { expect, test } from 'vitest';
import { commands as known } from '../src/commands/index.ts';
import { commands } from './commands.mjs';

test('every command that npm offers is one that the launcher knows', () => {
  expect([...commands.values()]).toEqual(expect.arrayContaining(['start', 'test', 'keys', 'search', 'bench:search']));
  expect([...commands.keys()].filter((command) => !(command in known))).toEqual([]);
});
