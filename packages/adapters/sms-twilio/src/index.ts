import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DeliveryNotice, Handover, SmsChannel } from '@mallhive/notifications/ports';

export interface TwilioOptions {
  accountSid: string;
  authToken: string;
  /** A number of the account, or the sid of a messaging service (`MG…`). */
  from: string;
  /** Where Twilio tells what became of a message; signed by it. */
  statusUrl?: string | undefined;
  /** Of the interface; for tests. */
  baseUrl?: string;
}

/** Of Twilio's error codes those that no repetition changes; with `blocks` nobody is to write to that number again. */
const permanent = new Map<number, 'recipient_unknown' | 'refused_by_recipient' | null>([
  [21211, 'recipient_unknown'], // not a phone number
  [21214, 'recipient_unknown'], // cannot be reached
  [21610, 'refused_by_recipient'], // answered STOP
  [21612, null], // no route from this sender
  [21614, 'recipient_unknown'], // not a mobile number
  [21617, null], // too long
]);

/** Text messages by Twilio's HTTP interface. */
export function createTwilioSms(options: TwilioOptions): SmsChannel {
  const { accountSid, authToken, from, statusUrl, baseUrl = 'https://api.twilio.com' } = options;
  const address = `${baseUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    name: 'twilio',
    async send({ to, text }): Promise<Handover> {
      const form = new URLSearchParams({
        To: to,
        Body: text,
        [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
        ...(statusUrl && { StatusCallback: statusUrl }),
      });
      const response = await fetch(address, {
        method: 'POST',
        body: form,
        headers: { authorization, accept: 'application/json' },
        signal: AbortSignal.timeout(15_000),
      });
      const answer = (await response.json().catch(() => ({}))) as { sid?: string; code?: number; message?: string };
      if (response.ok && answer.sid) return { providerRef: answer.sid };
      const { code = 0, message = `Twilio answered ${response.status}` } = answer;
      const blocks = permanent.get(code);
      if (blocks === undefined) throw new Error(`${message} (${code})`);
      return blocks ? { undeliverable: message, blocks } : { undeliverable: message };
    },
  };
}

/** What a status callback says. Null when it was not signed by Twilio, or says nothing that counts. */
export function readTwilioStatus(
  { authToken, statusUrl = '' }: Pick<TwilioOptions, 'authToken' | 'statusUrl'>,
  signature: string,
  fields: Readonly<Record<string, string>>,
): DeliveryNotice | 'unsigned' | null {
  const content = Object.keys(fields)
    .sort()
    .reduce((text, name) => `${text}${name}${fields[name]}`, statusUrl);
  const right = createHmac('sha1', authToken).update(content).digest();
  const given = Buffer.from(signature, 'base64');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'unsigned';
  const { MessageSid: sid = '', MessageStatus: status = '', To: recipient = '', ErrorCode: code = '' } = fields;
  const outcome = outcomeOf(status, Number(code));
  if (!outcome || !sid) return null;
  const detail = code ? `${status}, error ${code}` : status;
  return { id: `${sid}:${status}`, provider: 'twilio', channel: 'sms', providerRef: sid, recipient, outcome, detail };
}

function outcomeOf(status: string, code: number): DeliveryNotice['outcome'] | null {
  if (status === 'delivered') return 'delivered';
  if (status !== 'undelivered' && status !== 'failed') return null;
  if (code === 21610) return 'complaint';
  // 30005 unknown number, 30006 landline: nobody will ever read it there.
  return code === 30005 || code === 30006 ? 'bounce' : 'soft_bounce';
}
