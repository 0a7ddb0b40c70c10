import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import type { BehaviourSink } from '@mallhive/analytics/ports';
import { type AwsOptions, clientOptions } from './client-options.ts';
import { putAll } from './put-all.ts';
import { inBatches, toLine } from './records.ts';

export interface FirehoseOptions extends AwsOptions {
  deliveryStream: string;
  /** Before refused records are sent again; twice as long each time. */
  pauseMs?: number | undefined;
}

/** Of one PutRecordBatch call. */
const most = { items: 500, bytes: 4 * 1024 * 1024 };

/** A delivery stream into S3 (or wherever it leads): JSON lines, in files as large as it gathers them. */
export function createFirehoseSink(options: FirehoseOptions): BehaviourSink & { close(): void } {
  const client = new FirehoseClient(clientOptions(options));
  return {
    name: `firehose:${options.deliveryStream}`,
    write: async (events) => {
      const records = events.map((event) => {
        const Data = Buffer.from(toLine(event));
        return { Data, bytes: Data.length };
      });
      for (const batch of inBatches(records, most)) {
        const put = async (left: readonly (typeof records)[number][]) => {
          const Records = left.map(({ Data }) => ({ Data }));
          const command = new PutRecordBatchCommand({ DeliveryStreamName: options.deliveryStream, Records });
          const { RequestResponses = [] } = await client.send(command);
          return RequestResponses.map(({ ErrorCode }) => ErrorCode);
        };
        await putAll('Firehose', batch, put, options.pauseMs ?? 200);
      }
    },
    close: () => client.destroy(),
  };
}
