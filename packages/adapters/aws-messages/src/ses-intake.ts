import type { DeliveryNotice } from '@mallhive/notifications/ports';
import { z } from 'zod';
import { readSesNotices } from './ses-notices.ts';
import { createSnsVerifier, isSnsAddress } from './sns-signature.ts';

const envelope = z.object({
  Type: z.string(),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.string(),
  Signature: z.string(),
  SigningCertURL: z.string(),
  Subject: z.string().optional(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
});

export interface SesIntakeOptions {
  /** The topics that SES tells of bounces and complaints on; whatever comes from another one is refused. */
  topics: readonly string[];
  /** Reads an address of SNS (certificate, confirmation); the network by default. */
  read?: (url: string) => Promise<string>;
  now?: () => Date;
}

/** `refused`: not from SNS, or not from our topic. */
export type SesIntake = { state: 'refused' } | { state: 'taken'; notices: DeliveryNotice[] };

/** Takes what SNS posts about mails sent by SES. Throws when the certificate or the confirmation could not be had: SNS comes again. */
export function createSesIntake({ topics, read = readAddress, now = () => new Date() }: SesIntakeOptions) {
  const verify = createSnsVerifier(read, now);
  return async (body: string): Promise<SesIntake> => {
    const parsed = envelope.safeParse(parse(body));
    if (!parsed.success || !topics.includes(parsed.data.TopicArn) || !(await verify(parsed.data))) {
      return { state: 'refused' };
    }
    const { Type, Message, SubscribeURL } = parsed.data;
    if (Type === 'Notification') return { state: 'taken', notices: readSesNotices(Message) };
    // The topic is ours, so we wanted to be asked.
    if (Type === 'SubscriptionConfirmation' && SubscribeURL && isSnsAddress(SubscribeURL)) await read(SubscribeURL);
    return { state: 'taken', notices: [] };
  };
}

async function readAddress(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${new URL(url).hostname} answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > 65_536) throw new Error(`${new URL(url).hostname} answered too much`);
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
