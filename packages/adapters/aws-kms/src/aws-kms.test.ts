import { CreateAliasCommand, CreateKeyCommand, KMSClient, UpdateAliasCommand } from '@aws-sdk/client-kms';
import { describeMasterKey } from '@mallhive/identity/testing/master-key-contract';
import { type MotoServer, startMoto } from '@mallhive/testing/moto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAwsKms } from './index.ts';

let moto: MotoServer;
let admin: KMSClient;
const alias = 'alias/mallhive';
const createKey = async () => (await admin.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';

beforeAll(async () => {
  moto = await startMoto();
  admin = new KMSClient({ endpoint: moto.url, region: moto.region });
  await admin.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: await createKey() }));
}, 90_000);
afterAll(async () => {
  admin?.destroy();
  await moto?.stop();
});

describeMasterKey('AWS KMS', () => ({
  open: () => createAwsKms({ keyId: alias, region: moto.region, endpoint: moto.url }),
  rotate: async () => admin.send(new UpdateAliasCommand({ AliasName: alias, TargetKeyId: await createKey() })),
}));

test('KMS that is down is a fault', async () => {
  const down = createAwsKms({ keyId: alias, region: moto.region, endpoint: 'http://127.0.0.1:9' });
  await expect(down.wrap(Buffer.alloc(32, 1))).rejects.toThrow();
  down.close();
}, 30_000);
