export { createFirehoseSink, type FirehoseOptions } from './firehose.ts';
export { createKinesisSink, type KinesisOptions } from './kinesis.ts';
export { createRedshiftSink, type RedshiftOptions } from './redshift.ts';
