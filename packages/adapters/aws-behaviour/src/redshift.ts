import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  BatchExecuteStatementCommand,
  DescribeStatementCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BehaviourSink } from '@mallhive/analytics/ports';
import { type AwsOptions, clientOptions } from './client-options.ts';
import { toLine } from './records.ts';

export interface RedshiftOptions extends AwsOptions {
  database: string;
  /** A cluster and the database user to be, or a serverless workgroup (who then is whoever the role is). */
  cluster?: { identifier: string; user: string } | undefined;
  workgroup?: string | undefined;
  /** Where files lie for Redshift to read, and the role it reads them with. */
  bucket: string;
  prefix?: string | undefined;
  copyRole: string;
  /** How long Redshift may work on a batch, and how often it is asked. */
  patienceMs?: number | undefined;
  askEveryMs?: number | undefined;
}

const table = 'mallhive.behaviour_events';

/**
 * A warehouse: each batch is a file in S3 and one transaction that copies it. Rows that are there already are replaced by
 * themselves, so a batch that comes again changes nothing. The table is made by `schema.sql`.
 */
export function createRedshiftSink(options: RedshiftOptions): BehaviourSink & { close(): void } {
  const s3 = new S3Client({ ...clientOptions(options), forcePathStyle: options.endpoint !== undefined });
  const redshift = new RedshiftDataClient(clientOptions(options));
  const { bucket, prefix = 'behaviour', patienceMs = 300_000, askEveryMs = 500 } = options;
  const target = options.cluster
    ? { ClusterIdentifier: options.cluster.identifier, DbUser: options.cluster.user }
    : { WorkgroupName: options.workgroup };

  async function finish(id: string | undefined): Promise<void> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await setTimeout(askEveryMs)) {
      const { Status, Error: reason } = await redshift.send(new DescribeStatementCommand({ Id: id }));
      if (Status === 'FINISHED') return;
      if (Status === 'FAILED' || Status === 'ABORTED') throw new Error(`Redshift did not copy: ${reason ?? Status}`);
    }
    throw new Error(`Redshift did not end within ${patienceMs} ms`);
  }

  return {
    name: `redshift:${options.cluster?.identifier ?? options.workgroup}:${options.database}`,
    write: async (events) => {
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return;
      const key = `${prefix}/${first.receivedAt.slice(0, 10)}/${first.seq}-${last.seq}.json`;
      const body = events.map(toLine).join('');
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/x-ndjson' }),
      );
      const source = `s3://${bucket}/${key}`;
      const command = new BatchExecuteStatementCommand({
        ...target,
        Database: options.database,
        // Asked again after an answer that was lost, it is the same work.
        ClientToken: createHash('sha256').update(`${source} ${body}`).digest('hex'),
        StatementName: `behaviour ${first.seq}-${last.seq}`,
        Sqls: [
          `create temp table incoming (like ${table})`,
          `copy incoming from '${literal(source)}' iam_role '${literal(options.copyRole)}' format as json 'auto' timeformat 'auto'`,
          `delete from ${table} using incoming where ${table}.event_id = incoming.event_id`,
          `insert into ${table} select * from incoming`,
        ],
      });
      const { Id } = await redshift.send(command);
      await finish(Id);
    },
    close: () => {
      s3.destroy();
      redshift.destroy();
    },
  };
}

/** COPY takes no parameters. */
function literal(text: string): string {
  return text.replaceAll("'", "''");
}
