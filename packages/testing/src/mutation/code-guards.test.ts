import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeGuards } from './code-guards.ts';
import { orderGuards } from './order-guards.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

describe('every guard that the mutation check takes away', () => {
  it.each([...codeGuards, ...orderGuards])(
    '$name: is there once, and so are the tests that must notice',
    ({ file, text, tests }) => {
      const found = readFileSync(path.join(root, file), 'utf8').split(text).length - 1;
      expect(found).toBe(1);
      for (const test of tests) expect(existsSync(path.join(root, test)), test).toBe(true);
    },
  );
});
