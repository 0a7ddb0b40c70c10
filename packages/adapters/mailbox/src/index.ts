import type { MailChannel } from '@mallhive/notifications/ports';

/** Where mails are kept: any PostgreSQL with its schema, reached by plain SQL. */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

export interface StoredMail {
  id: string;
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
export type MailEntry = Pick<StoredMail, 'id' | 'to' | 'subject' | 'template' | 'createdAt'>;

const sender = 'MallHive <hello@mallhive.example>';
const entry = `id, recipient as "to", subject, template, to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

/** A mail system for development: what is sent is stored and can be read. A mail's id makes it one mail, however often it is sent. */
export function createMailbox({ query }: { query: Query }) {
  const channel: MailChannel = {
    name: 'mailbox',
    async send({ id, template, to, subject, text, html, headers = {} }) {
      await query(
        `insert into mailbox.mails (id, recipient, subject, html, text, template, headers) values ($1, $2, $3, $4, $5, $6, $7::jsonb)
         on conflict (id) do nothing`,
        [id, to, subject, html, text, template, JSON.stringify(headers)],
      );
      return { providerRef: `mailbox:${id}` };
    },
  };
  return {
    channel,
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
