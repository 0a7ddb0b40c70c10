import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateAliasCommand, CreateKeyCommand, KMSClient, UpdateAliasCommand } from '@aws-sdk/client-kms';
import { addLocalMasterKey, createLocalKms } from '@mallhive/adapter-local-kms';
import type { MasterKey } from '@mallhive/identity/ports';
import { type MotoServer, startMoto } from '@mallhive/testing/moto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAwsKms } from './index.ts';

let moto: MotoServer;
let admin: KMSClient;
let folder: string;
const alias = 'alias/mallhive';
const createKey = async () => (await admin.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mallhive-keys-'));
  moto = await startMoto();
  admin = new KMSClient({ endpoint: moto.url, region: moto.region });
  await admin.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: await createKey() }));
}, 90_000);
afterAll(async () => {
  admin?.destroy();
  await moto?.stop();
  await rm(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, 'sub', 'master-keys.json');
const local = () => createLocalKms({ file: file() });
const aws = () => createAwsKms({ keyId: alias, region: moto.region, endpoint: moto.url });
const secret = Buffer.from('0123456789abcdef0123456789abcdef');

describe.each<[string, () => MasterKey, () => Promise<unknown>]>([
  ['a file', local, () => addLocalMasterKey(file())],
  [
    'AWS KMS',
    aws,
    async () => admin.send(new UpdateAliasCommand({ AliasName: alias, TargetKeyId: await createKey() })),
  ],
])('a master key in %s', (_name, open, rotate) => {
  test('gives back what it wrapped, also in another process, and never the same twice', async () => {
    const [one, other] = [open(), open()];
    const wrapped = await one.wrap(secret);
    expect(wrapped.masterKeyId).toBe(await one.currentKeyId());
    expect(Buffer.from(wrapped.wrapped, 'base64').includes(secret)).toBe(false);
    expect(Buffer.from(await other.unwrap(wrapped))).toEqual(secret);
    expect((await one.wrap(secret)).wrapped).not.toBe(wrapped.wrapped);
  });

  test('refuses what was tampered with', async () => {
    const key = open();
    const { masterKeyId, wrapped } = await key.wrap(secret);
    const bytes = Buffer.from(wrapped, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await expect(key.unwrap({ masterKeyId, wrapped: bytes.toString('base64') })).rejects.toThrow();
  });

  test('after a change of the master key the old one still opens what it wrapped', async () => {
    const before = await open().wrap(secret);
    await rotate();
    const after = open();
    expect(await after.currentKeyId()).not.toBe(before.masterKeyId);
    expect(Buffer.from(await after.unwrap(before))).toEqual(secret);
    const again = await after.wrap(secret);
    expect(again.masterKeyId).toBe(await after.currentKeyId());
    expect(Buffer.from(await after.unwrap(again))).toEqual(secret);
  });

  test('a key that is not there is refused', async () => {
    const { wrapped } = await open().wrap(secret);
    await expect(open().unwrap({ masterKeyId: 'local:000000000000', wrapped })).rejects.toThrow();
  });
});

test('many processes that start at once make one file, for its owner alone', async () => {
  const shared = path.join(folder, 'shared.json');
  const ids = await Promise.all(Array.from({ length: 8 }, () => createLocalKms({ file: shared }).currentKeyId()));
  expect(new Set(ids).size).toBe(1);
  expect((await stat(shared)).mode & 0o777).toBe(0o600);
});

test('a file that is broken, or belongs to another database, is named with what to do', async () => {
  const wrapped = await local().wrap(secret);
  const other = path.join(folder, 'other.json');
  await createLocalKms({ file: other }).currentKeyId();
  await expect(createLocalKms({ file: other }).unwrap(wrapped)).rejects.toThrow(/other\.json .*Restore the file/);
  await writeFile(other, (await readFile(other, 'utf8')).slice(0, 20));
  await expect(createLocalKms({ file: other }).currentKeyId()).rejects.toThrow(
    /other\.json is not a file of master keys/,
  );
});

test('KMS that is down is a fault', async () => {
  const down = createAwsKms({ keyId: alias, region: moto.region, endpoint: 'http://127.0.0.1:9' });
  await expect(down.wrap(secret)).rejects.toThrow();
  down.close();
}, 30_000);
