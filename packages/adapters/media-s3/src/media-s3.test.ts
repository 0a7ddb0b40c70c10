import { CreateBucketCommand, ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { objectStorageContract } from '@mallhive/catalog/testing/object-storage';
import { type MotoServer, startMoto } from '@mallhive/testing/moto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createS3Storage } from './index.ts';

let moto: MotoServer;
let client: S3Client;
let storage: ReturnType<typeof createS3Storage>;
const bucket = 'mallhive-media';

beforeAll(async () => {
  moto = await startMoto();
  client = new S3Client({ region: moto.region, endpoint: moto.url, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  storage = createS3Storage({ bucket, region: moto.region, endpoint: moto.url, prefix: 'shop' });
});
afterAll(async () => {
  storage.close();
  client.destroy();
  await moto.stop();
});

describe('a bucket', () => {
  objectStorageContract(() => storage);

  test('has everything below the prefix, and no abandoned uploads', async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents.length).toBeGreaterThan(0);
    expect(Contents.filter(({ Key }) => !Key?.startsWith('shop/'))).toEqual([]);
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads).toEqual([]);
  });

  test('that is gone is a fault, not an empty answer', async () => {
    const other = createS3Storage({ bucket: 'nobody-made-this', region: moto.region, endpoint: moto.url });
    await expect(other.write('a/b', Buffer.from('x'))).rejects.toThrow();
    await expect(other.read('a/b')).rejects.toThrow();
    other.close();
  });
});
