import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { BehaviourSink } from '@mallhive/analytics/ports';
import { type AwsOptions, clientOptions } from './client-options.ts';
import { putAll } from './put-all.ts';
import { inBatches, toLine } from './records.ts';

export interface KinesisOptions extends AwsOptions {
  stream: string;
  /** Before refused records are sent again; twice as long each time. */
  pauseMs?: number | undefined;
}

/** Of one PutRecords call; keys count too. */
const most = { items: 500, bytes: 5 * 1024 * 1024 };

/** A data stream. The events of a visitor go to the same shard; `seq` tells their order where one had to be sent again. */
export function createKinesisSink(options: KinesisOptions): BehaviourSink & { close(): void } {
  const client = new KinesisClient(clientOptions(options));
  return {
    name: `kinesis:${options.stream}`,
    write: async (events) => {
      const records = events.map((event) => {
        const Data = Buffer.from(toLine(event));
        const PartitionKey = event.visitorId ?? event.id;
        return { Data, PartitionKey, bytes: Data.length + PartitionKey.length };
      });
      for (const batch of inBatches(records, most)) {
        const put = async (left: readonly (typeof records)[number][]) => {
          const Records = left.map(({ Data, PartitionKey }) => ({ Data, PartitionKey }));
          const answer = await client.send(new PutRecordsCommand({ StreamName: options.stream, Records }));
          return (answer.Records ?? []).map(({ ErrorCode }) => ErrorCode);
        };
        await putAll('Kinesis', batch, put, options.pauseMs ?? 200);
      }
    },
    close: () => client.destroy(),
  };
}
