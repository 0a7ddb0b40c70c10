import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenTree } from './broken-tree.ts';
import { foreignTables } from './foreign-tables.ts';
import { forbidden, options } from './rules.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

async function violations(baseDir: string, folders: string[]) {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  return (output as ICruiseResult).summary.violations;
}

describe('architecture', () => {
  it('holds: nothing imports what it must not', async () => {
    const found = await violations(root, ['apps', 'packages', 'prisma']);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 120_000);

  it('holds: no repository touches a table of another domain', () => {
    expect(foreignTables(root)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mallhive-architecture-'));
    for (const [file, text] of Object.entries(brokenTree)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('each fires on a tree that breaks it', async () => {
    const fired = new Set((await violations(folder, ['apps', 'packages'])).map(({ rule }) => rule.name));
    expect([...fired].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  }, 60_000);

  it('table ownership fires on a repository that reads another domain', () => {
    expect(foreignTables(folder)).toEqual([
      'packages/domains/orders/src/order.repository.ts: SQL names catalog.product, which belongs to catalog',
      'packages/domains/orders/src/order.repository.ts: uses the model Product, which belongs to catalog',
    ]);
  });
});
