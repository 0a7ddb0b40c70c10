import { AppError, idSchema } from '@mallhive/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type MailboxEntry, type MailboxMessage, mailboxListPage, mailboxMessagePage } from './mailbox-pages.ts';

export interface MailboxReader {
  list(limit: number, to?: string | null): Promise<MailboxEntry[]>;
  find(id: string): Promise<MailboxMessage | null>;
}

const pageSize = 100;
/** For the pages and for the message in its frame, which has its pictures from the shop. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Stored mail, to be read while developing and by browser tests. Registered only while MAILBOX is on. */
export function registerMailbox(app: FastifyInstance, mailbox: MailboxReader): void {
  const html = (reply: FastifyReply, body: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
      .send(body);
  app.get<{ Querystring: { to?: string } }>('/mailbox', async (request, reply) =>
    html(reply, mailboxListPage(await mailbox.list(pageSize, request.query.to?.toLowerCase() || null))),
  );
  app.get<{ Params: { id: string } }>('/mailbox/:id', async (request, reply) => {
    const { id } = request.params;
    const message = idSchema.safeParse(id).success ? await mailbox.find(id) : null;
    if (!message) throw new AppError('not_found', 'message_unknown', 'There is no such message.');
    return html(reply, mailboxMessagePage(message));
  });
}
