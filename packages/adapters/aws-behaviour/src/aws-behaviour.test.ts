import { CreateDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import {
  CreateStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { StoredBehaviour } from '@mallhive/analytics/ports';
import { type AwsFront, startAwsFront } from '@mallhive/testing/aws-front';
import { type MotoServer, startMoto } from '@mallhive/testing/moto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientOptions } from './client-options.ts';
import { createFirehoseSink, createKinesisSink, createRedshiftSink } from './index.ts';

let moto: MotoServer;
let front: AwsFront;
let s3: S3Client;
let kinesisAdmin: KinesisClient;
const bucket = 'mallhive-behaviour';

beforeAll(async () => {
  moto = await startMoto();
  front = await startAwsFront(moto.url);
  const options = { endpoint: moto.url, region: moto.region };
  s3 = new S3Client({ ...options, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  kinesisAdmin = new KinesisClient(clientOptions(options));
  await kinesisAdmin.send(new CreateStreamCommand({ StreamName: 'behaviour', ShardCount: 2 }));
  const firehose = new FirehoseClient(options);
  await firehose.send(
    new CreateDeliveryStreamCommand({
      DeliveryStreamName: 'behaviour',
      ExtendedS3DestinationConfiguration: {
        BucketARN: `arn:aws:s3:::${bucket}`,
        RoleARN: 'arn:aws:iam::123456789012:role/firehose',
        Prefix: 'stream/',
      },
    }),
  );
  firehose.destroy();
}, 90_000);
afterEach(() => {
  front.calls.length = 0;
});
afterAll(async () => {
  s3?.destroy();
  kinesisAdmin?.destroy();
  await front?.stop();
  await moto?.stop();
});

function event(seq: number, changes: Partial<StoredBehaviour> = {}): StoredBehaviour {
  const id = `0190f3f1-0000-7000-8000-${String(seq).padStart(12, '0')}`;
  const at = '2026-11-20T12:00:00.000Z';
  const nothing = {
    productId: null,
    sellerId: null,
    query: null,
    results: null,
    rail: null,
    step: null,
    orderId: null,
  };
  const base = { seq, id, visitorId: null, type: 'page_view', version: 1, at, receivedAt: at, path: '/', ...nothing };
  return { ...base, device: 'phone', source: 'direct', ...changes };
}
const many = (from: number, to: number, changes: Partial<StoredBehaviour> = {}) =>
  Array.from({ length: to - from + 1 }, (_, index) => event(from + index, changes));
const own = () => ({ region: moto.region, endpoint: front.url, timeoutMs: 1_000, pauseMs: 1 });
const seqsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq: number }).seq);
const down = { status: 503, type: 'ServiceUnavailableException' };

describe('Kinesis', () => {
  async function stored(): Promise<{ seq: number; shard: string; visitor: string | null }[]> {
    const { Shards = [] } = await kinesisAdmin.send(new ListShardsCommand({ StreamName: 'behaviour' }));
    const found = [];
    for (const { ShardId } of Shards) {
      const start = { StreamName: 'behaviour', ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
      let next = (await kinesisAdmin.send(new GetShardIteratorCommand(start))).ShardIterator;
      for (;;) {
        const read = await kinesisAdmin.send(new GetRecordsCommand({ ShardIterator: next }));
        for (const { Data } of read.Records ?? []) {
          const { seq, visitor_id } = JSON.parse(Buffer.from(Data ?? []).toString());
          found.push({ seq, shard: ShardId ?? '', visitor: visitor_id });
        }
        if (!read.Records?.length) break;
        next = read.NextShardIterator;
      }
    }
    return found;
  }

  test('takes 1,201 events in three calls, a visitor in one shard', async () => {
    const sink = createKinesisSink({ ...own(), stream: 'behaviour' });
    const visitors = ['0190f3f1-1111-7000-8000-000000000001', '0190f3f1-1111-7000-8000-000000000002'];
    await sink.write(many(1, 1_201).map((one) => ({ ...one, visitorId: visitors[one.seq % 2] ?? null })));
    const found = await stored();
    expect(found.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(many(1, 1_201).map(({ seq }) => seq));
    for (const visitor of visitors) {
      expect(new Set(found.filter((one) => one.visitor === visitor).map(({ shard }) => shard)).size).toBe(1);
    }
    expect(front.calls).toHaveLength(3);
    sink.close();
  });

  test('cuts by size, before AWS refuses', async () => {
    const sink = createKinesisSink({ ...own(), stream: 'behaviour', timeoutMs: 10_000 });
    await sink.write(many(2_001, 2_012, { path: `/${'x'.repeat(900_000)}` }));
    expect(front.calls).toHaveLength(3);
    expect((await stored()).filter(({ seq }) => seq > 2_000)).toHaveLength(12);
    sink.close();
  });

  test('sends again only what a full shard refused', async () => {
    const sink = createKinesisSink({ ...own(), stream: 'behaviour' });
    const refused = { ErrorCode: 'ProvisionedThroughputExceededException', ErrorMessage: 'slow down' };
    const taken = { SequenceNumber: '1', ShardId: 'shardId-000000000000' };
    front.next({ json: { FailedRecordCount: 2, Records: [taken, refused, taken, refused] } });
    await sink.write(many(3_001, 3_004));
    expect((await stored()).map(({ seq }) => seq).filter((seq) => seq > 3_000)).toEqual(
      expect.arrayContaining([3_002, 3_004]),
    );
    expect(JSON.parse(front.calls[1]?.body ?? '').Records).toHaveLength(2);
    sink.close();
  });

  test('throws when a shard stays full, is down, silent, or is not there', async () => {
    const sink = createKinesisSink({ ...own(), stream: 'behaviour', timeoutMs: 200 });
    const refused = { json: { FailedRecordCount: 1, Records: [{ ErrorCode: 'InternalFailure' }] } };
    front.next(...Array.from({ length: 6 }, () => refused));
    await expect(sink.write([event(9)])).rejects.toThrow('Kinesis did not take 1 of 1 records: InternalFailure');
    front.next(down, down, down);
    await expect(sink.write([event(9)])).rejects.toThrow();
    front.next('silence', 'silence', 'silence');
    await expect(sink.write([event(9)])).rejects.toThrow(/timeout|timed out/i);
    sink.close();
    const other = createKinesisSink({ ...own(), stream: 'nobody-made-this' });
    await expect(other.write([event(9)])).rejects.toThrow(/not found/i);
    other.close();
  });
});

describe('Firehose', () => {
  async function stored(): Promise<number[]> {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'stream/' }));
    const files = Contents.map(async ({ Key }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return seqsOf((await Body?.transformToString()) ?? '');
    });
    return (await Promise.all(files)).flat().toSorted((a, b) => a - b);
  }

  test('puts JSON lines into the bucket, 500 a call', async () => {
    const sink = createFirehoseSink({ ...own(), deliveryStream: 'behaviour' });
    await sink.write(many(1, 501));
    expect(await stored()).toEqual(many(1, 501).map(({ seq }) => seq));
    expect(front.calls).toHaveLength(2);
    sink.close();
  });

  test('sends again only what was refused, and after throttling', async () => {
    const sink = createFirehoseSink({ ...own(), deliveryStream: 'behaviour' });
    front.next({
      json: { FailedPutCount: 1, RequestResponses: [{ RecordId: '1' }, { ErrorCode: 'ServiceUnavailable' }] },
    });
    await sink.write(many(601, 602));
    expect((await stored()).filter((seq) => seq > 600)).toEqual([602]);
    front.next({ status: 400, type: 'ThrottlingException' });
    await sink.write([event(603)]);
    expect(await stored()).toContain(603);
    sink.close();
  });

  test('that is down is a fault', async () => {
    const sink = createFirehoseSink({ ...own(), deliveryStream: 'behaviour' });
    front.next(down, down, down);
    await expect(sink.write([event(9)])).rejects.toThrow();
    sink.close();
  });
});

describe('Redshift', () => {
  let data: AwsFront;
  const role = 'arn:aws:iam::123456789012:role/copy';
  beforeAll(async () => {
    data = await startAwsFront(null);
  });
  afterEach(() => {
    data.calls.length = 0;
  });
  afterAll(() => data.stop());
  const sinkOf = (changes: object = {}) =>
    createRedshiftSink({
      ...own(),
      endpoint: data.url,
      database: 'shop',
      cluster: { identifier: 'warehouse', user: 'loader' },
      bucket,
      copyRole: role,
      askEveryMs: 1,
      ...changes,
    });
  const put = { json: {} };
  const id = { json: { Id: 'd1d1d1d1-0000-4000-8000-000000000001' } };

  test('copies a file in one transaction that may be repeated', async () => {
    const sink = sinkOf();
    data.next(put, id, { json: { Status: 'STARTED' } }, { json: { Status: 'FINISHED' } });
    await sink.write(many(1, 3));
    const [file, work, ...asked] = data.calls;
    expect(file?.path).toContain('/behaviour/2026-11-20/1-3.json');
    expect(file?.body).toContain('"seq":3');
    expect(asked).toHaveLength(2);
    const { Sqls, ClusterIdentifier, DbUser, Database } = JSON.parse(work?.body ?? '');
    expect({ ClusterIdentifier, DbUser, Database }).toEqual({
      ClusterIdentifier: 'warehouse',
      DbUser: 'loader',
      Database: 'shop',
    });
    expect(Sqls).toEqual([
      'create temp table incoming (like mallhive.behaviour_events)',
      `copy incoming from 's3://${bucket}/behaviour/2026-11-20/1-3.json' iam_role '${role}' format as json 'auto' timeformat 'auto'`,
      'delete from mallhive.behaviour_events using incoming where mallhive.behaviour_events.event_id = incoming.event_id',
      'insert into mallhive.behaviour_events select * from incoming',
    ]);
    sink.close();
  });

  test('says why it could not, and does not wait for ever', async () => {
    const sink = sinkOf({ patienceMs: 30, cluster: undefined, workgroup: 'shop' });
    data.next(put, id, { json: { Status: 'FAILED', Error: 'Load into table failed' } });
    await expect(sink.write([event(1)])).rejects.toThrow('Load into table failed');
    expect(JSON.parse(data.calls[1]?.body ?? '')).toMatchObject({ WorkgroupName: 'shop' });
    data.next(put, id, ...Array.from({ length: 100 }, () => ({ json: { Status: 'STARTED' } })));
    await expect(sink.write([event(1)])).rejects.toThrow('did not end within 30 ms');
    sink.close();
  });

  test('every column of a line is a column of the table, in the same order', async () => {
    const { readFile } = await import('node:fs/promises');
    const schema = await readFile(new URL('../schema.sql', import.meta.url), 'utf8');
    const columns = [...schema.matchAll(/^ {2}(\w+) +(?:bigint|char|varchar|smallint|integer|timestamptz)/gm)];
    const { toLine } = await import('./records.ts');
    expect(columns.map(([, name]) => name)).toEqual(Object.keys(JSON.parse(toLine(event(1)))));
  });
});
