import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { objectStorageContract } from '@mallhive/catalog/testing/object-storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalStorage } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mallhive-storage-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a folder', () => {
  objectStorageContract(() => createLocalStorage(folder));

  test('keeps no half-written files', async () => {
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((file) => /[0-9a-f-]{36}$/.test(file))).toEqual([]);
  });
});
