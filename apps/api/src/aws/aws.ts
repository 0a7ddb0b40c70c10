import { createFirehoseSink, createKinesisSink, createRedshiftSink } from '@mallhive/adapter-aws-behaviour';
import { createPersonalize, createPersonalizeSink } from '@mallhive/adapter-aws-personalize';
import type { AwsConfig } from './aws-config.ts';

/** The services of Amazon that are configured, behind the ports of analytics and search. */
export function createAws(config: AwsConfig) {
  const { kinesis, firehose, redshift, personalize, personalizeEvents } = config;
  const sinks = [
    ...(kinesis ? [createKinesisSink(kinesis)] : []),
    ...(firehose ? [createFirehoseSink(firehose)] : []),
    ...(redshift ? [createRedshiftSink(redshift)] : []),
    ...(personalizeEvents ? [createPersonalizeSink(personalizeEvents)] : []),
  ];
  const recommender = personalize && createPersonalize(personalize);
  return {
    sinks,
    recommender,
    close: () => {
      for (const sink of sinks) sink.close();
      recommender?.close();
    },
  };
}
