import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const railNames = ['also-bought', 'bought-together', 'similar', 'for-you', 'cart', 'trending'] as const;
type RailName = (typeof railNames)[number];

/** What of Amazon the shop tells of behaviour, or asks for recommendations. Nothing without any of these. */
export const awsVariables = {
  AWS_REGION: z.string().min(1).optional(),
  BEHAVIOUR_ENDPOINT: address.optional(),
  BEHAVIOUR_KINESIS_STREAM: z.string().min(1).max(128).optional(),
  BEHAVIOUR_FIREHOSE_STREAM: z.string().min(1).max(64).optional(),
  BEHAVIOUR_REDSHIFT_DATABASE: z.string().min(1).optional(),
  BEHAVIOUR_REDSHIFT_CLUSTER: z.string().min(1).optional(),
  BEHAVIOUR_REDSHIFT_USER: z.string().min(1).optional(),
  BEHAVIOUR_REDSHIFT_WORKGROUP: z.string().min(1).optional(),
  BEHAVIOUR_REDSHIFT_BUCKET: z.string().min(3).optional(),
  BEHAVIOUR_REDSHIFT_ROLE: z.string().startsWith('arn:', 'must be the ARN of a role').optional(),
  PERSONALIZE_RAILS: z.string().optional(),
  PERSONALIZE_TRACKING_ID: z.string().min(1).optional(),
  PERSONALIZE_ENDPOINT: address.optional(),
};

const variables = z.object(awsVariables);
type Values = z.output<typeof variables>;

interface Place {
  region: string | undefined;
  endpoint: string | undefined;
}

export interface AwsConfig {
  kinesis: (Place & { stream: string }) | null;
  firehose: (Place & { deliveryStream: string }) | null;
  redshift:
    | (Place & {
        database: string;
        cluster: { identifier: string; user: string } | undefined;
        workgroup: string | undefined;
        bucket: string;
        copyRole: string;
      })
    | null;
  /** Which rails Amazon Personalize fills; null: none. */
  personalize: (Place & { rails: Partial<Record<RailName, string>> }) | null;
  personalizeEvents: (Place & { trackingId: string }) | null;
}

/** A text says which variable is missing or wrong. */
export function awsConfig(values: Values): AwsConfig | string {
  const place = { region: values.AWS_REGION, endpoint: values.BEHAVIOUR_ENDPOINT };
  const personalize = { region: values.AWS_REGION, endpoint: values.PERSONALIZE_ENDPOINT };
  const redshift = redshiftOf(values, place);
  if (typeof redshift === 'string') return redshift;
  const rails = railsOf(values.PERSONALIZE_RAILS);
  if (typeof rails === 'string') return rails;
  const { BEHAVIOUR_KINESIS_STREAM: stream, BEHAVIOUR_FIREHOSE_STREAM: deliveryStream } = values;
  const trackingId = values.PERSONALIZE_TRACKING_ID;
  return {
    kinesis: stream ? { ...place, stream } : null,
    firehose: deliveryStream ? { ...place, deliveryStream } : null,
    redshift,
    personalize: rails && { ...personalize, rails },
    personalizeEvents: trackingId ? { ...personalize, trackingId } : null,
  };
}

function redshiftOf(values: Values, place: Place): AwsConfig['redshift'] | string {
  const database = values.BEHAVIOUR_REDSHIFT_DATABASE;
  if (!database) return null;
  const { BEHAVIOUR_REDSHIFT_BUCKET: bucket, BEHAVIOUR_REDSHIFT_ROLE: copyRole } = values;
  const { BEHAVIOUR_REDSHIFT_CLUSTER: identifier, BEHAVIOUR_REDSHIFT_USER: user } = values;
  const workgroup = values.BEHAVIOUR_REDSHIFT_WORKGROUP;
  if (!bucket || !copyRole)
    return 'BEHAVIOUR_REDSHIFT_BUCKET and BEHAVIOUR_REDSHIFT_ROLE are needed beside BEHAVIOUR_REDSHIFT_DATABASE.';
  const cluster = identifier && user ? { identifier, user } : undefined;
  if (!cluster === !workgroup)
    return 'BEHAVIOUR_REDSHIFT_DATABASE needs either BEHAVIOUR_REDSHIFT_CLUSTER with BEHAVIOUR_REDSHIFT_USER, or BEHAVIOUR_REDSHIFT_WORKGROUP.';
  return { ...place, database, cluster, workgroup, bucket, copyRole };
}

function railsOf(text: string | undefined): Partial<Record<RailName, string>> | string | null {
  if (!text) return null;
  const rails: Partial<Record<RailName, string>> = {};
  for (const part of text.split(',')) {
    const [name = '', arn = ''] = part.split('=').map((side) => side.trim());
    const rail = railNames.find((known) => known === name);
    if (!rail || !arn.startsWith('arn:'))
      return `PERSONALIZE_RAILS must be like for-you=arn:aws:personalize:…; rails are ${railNames.join(', ')}.`;
    rails[rail] = arn;
  }
  return rails;
}
