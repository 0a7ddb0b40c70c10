import type { MailChannel, PushChannel, SmsChannel } from '@mallhive/notifications/ports';

/** Where mails are kept: any PostgreSQL with its schema, reached by plain SQL. */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

export interface StoredMail {
  id: string;
  channel: 'email' | 'sms' | 'push';
  from: string;
  to: string;
  subject: string;
  template: string;
  text: string;
  html: string;
  /** Beyond the usual ones. */
  headers: Record<string, string>;
  createdAt: string;
}
export type MailEntry = Pick<StoredMail, 'id' | 'channel' | 'to' | 'subject' | 'template' | 'createdAt'>;

const sender = 'MallHive <hello@mallhive.example>';
const entry = `id, channel, recipient as "to", subject, template, to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

/** What text messages and browser messages look like in the list. */
interface Kept {
  id: string;
  channel: StoredMail['channel'];
  to: string;
  subject: string;
  text: string;
  html: string;
  template: string;
  headers: Readonly<Record<string, string>>;
}

/** Plays every outside system of messages in development: what is sent is stored and can be read. An id is one message, however often it is sent. */
export function createMailbox({ query }: { query: Query }) {
  const keep = async ({ id, channel, to, subject, text, html, template, headers }: Kept) => {
    await query(
      `insert into mailbox.mails (id, recipient, subject, html, text, template, headers, channel)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8) on conflict (id) do nothing`,
      [id, to, subject, html, text, template, JSON.stringify(headers), channel],
    );
    return { providerRef: `mailbox:${id}` };
  };
  const find = async (id: string) => {
    const [found] = await query<{ id: string }>('select id from mailbox.mails where id = $1', [id]);
    return found ? { providerRef: `mailbox:${id}` } : null;
  };
  const channel: MailChannel = {
    name: 'mailbox',
    idempotent: true,
    send: ({ headers = {}, ...mail }) => keep({ ...mail, headers, channel: 'email' }),
    find,
  };
  const sms: SmsChannel = {
    name: 'mailbox',
    idempotent: true,
    send: ({ text, ...message }) =>
      keep({ ...message, text, subject: text.split('\n')[0] ?? '', html: '', headers: {}, channel: 'sms' }),
    find,
  };
  const push: PushChannel = {
    name: 'mailbox',
    idempotent: true,
    send: ({ id, template, to, title, body, url }) => {
      const headers: Record<string, string> = url ? { Link: url } : {};
      return keep({ id, template, to: to.endpoint, subject: title, text: body, html: '', headers, channel: 'push' });
    },
    find,
  };
  return {
    channel,
    sms,
    push,
    /** Newest first. */
    list: (limit: number, to: string | null = null): Promise<MailEntry[]> =>
      query<MailEntry>(
        `select ${entry} from mailbox.mails where $2::text is null or recipient = $2 order by received_at desc, id desc limit $1::int`,
        [limit, to],
      ),
    async find(id: string): Promise<StoredMail | null> {
      const [mail] = await query<Omit<StoredMail, 'from'>>(
        `select ${entry}, text, html, headers from mailbox.mails where id = $1`,
        [id],
      );
      return mail ? { ...mail, from: sender } : null;
    },
  };
}
export type Mailbox = ReturnType<typeof createMailbox>;
