import { expect, test } from 'vitest';
import { awsConfig } from './aws-config.ts';

const arn = 'arn:aws:personalize:eu-west-1:123456789012:recommender/a';
const redshift = {
  BEHAVIOUR_REDSHIFT_DATABASE: 'shop',
  BEHAVIOUR_REDSHIFT_BUCKET: 'files',
  BEHAVIOUR_REDSHIFT_ROLE: 'arn:aws:iam::123456789012:role/copy',
};

test('nothing is told to anybody by default', () => {
  expect(awsConfig({})).toEqual({
    kinesis: null,
    firehose: null,
    redshift: null,
    personalize: null,
    personalizeEvents: null,
  });
});

test('each is turned on by its own variables', () => {
  const place = { region: 'eu-west-1', endpoint: undefined };
  const values = {
    AWS_REGION: 'eu-west-1',
    BEHAVIOUR_KINESIS_STREAM: 's',
    PERSONALIZE_RAILS: `for-you=${arn}, similar = ${arn}`,
  };
  expect(awsConfig(values)).toMatchObject({
    kinesis: { ...place, stream: 's' },
    personalize: { ...place, rails: { 'for-you': arn, similar: arn } },
  });
  expect(awsConfig({ ...redshift, BEHAVIOUR_REDSHIFT_WORKGROUP: 'w' })).toMatchObject({
    redshift: { database: 'shop', workgroup: 'w', cluster: undefined, bucket: 'files' },
  });
});

test('what is half said is refused by name', () => {
  expect(awsConfig({ BEHAVIOUR_REDSHIFT_DATABASE: 'shop' })).toContain('BEHAVIOUR_REDSHIFT_BUCKET');
  expect(awsConfig(redshift)).toContain('BEHAVIOUR_REDSHIFT_WORKGROUP');
  expect(awsConfig({ ...redshift, BEHAVIOUR_REDSHIFT_CLUSTER: 'c' })).toContain('BEHAVIOUR_REDSHIFT_USER');
  const both = { BEHAVIOUR_REDSHIFT_CLUSTER: 'c', BEHAVIOUR_REDSHIFT_USER: 'u', BEHAVIOUR_REDSHIFT_WORKGROUP: 'w' };
  expect(awsConfig({ ...redshift, ...both })).toContain('either');
  expect(awsConfig({ PERSONALIZE_RAILS: `nothing=${arn}` })).toContain('rails are');
  expect(awsConfig({ PERSONALIZE_RAILS: 'similar' })).toContain('PERSONALIZE_RAILS');
});
