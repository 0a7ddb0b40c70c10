import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeMasterKey } from '@mallhive/identity/testing/master-key-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addLocalMasterKey, createLocalKms } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mallhive-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'sub', 'master-keys.json');

describeMasterKey('a file', () => ({
  open: () => createLocalKms({ file: file() }),
  rotate: () => addLocalMasterKey(file()),
}));

test('many processes that start at once make one file, for its owner alone', async () => {
  const shared = path.join(folder, 'shared.json');
  const ids = await Promise.all(Array.from({ length: 8 }, () => createLocalKms({ file: shared }).currentKeyId()));
  expect(new Set(ids).size).toBe(1);
  expect((await stat(shared)).mode & 0o777).toBe(0o600);
});

test('a file that is broken, or belongs to another database, is named with what to do', async () => {
  const wrapped = await createLocalKms({ file: file() }).wrap(Buffer.alloc(32, 7));
  const other = path.join(folder, 'other.json');
  await createLocalKms({ file: other }).currentKeyId();
  await expect(createLocalKms({ file: other }).unwrap(wrapped)).rejects.toThrow(/other\.json .*Restore the file/);
  await writeFile(other, (await readFile(other, 'utf8')).slice(0, 20));
  await expect(createLocalKms({ file: other }).currentKeyId()).rejects.toThrow(
    /other\.json is not a file of master keys/,
  );
});
