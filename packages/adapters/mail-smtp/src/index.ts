import { Readable } from 'node:stream';
import type { Handover, MailChannel, OutgoingMail } from '@mallhive/notifications/ports';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  url: string;
  /** `MallHive <hello@shop.example>`. */
  from: string;
  /** Where a Mailpit beside the server says what it took; without it nobody can ask after a crash. */
  lookupUrl?: string | undefined;
  /** As it stands in the log. */
  name?: string;
  connections?: number;
}

interface SmtpError extends Error {
  responseCode?: number;
  command?: string;
}

/** Mail by SMTP, over connections that are kept. */
export function createSmtpMail({ url, from, lookupUrl, name = 'smtp', connections = 8 }: SmtpOptions) {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({ url, pool: true, maxConnections: connections, maxMessages: 10_000, ...timeouts });
  const [sender = from] = /[^<\s]+@[^>\s]+/.exec(from) ?? [];
  const domain = sender.split('@')[1] ?? 'localhost';
  /** The same message has the same id however often it is sent: mailboxes that look show it once. */
  const messageIdOf = (id: string) => `<${id}@${domain}>`;

  const channel: MailChannel = {
    name,
    async send(mail) {
      const messageId = messageIdOf(mail.id);
      const content = Readable.from(inTime(await sourceOf(mail, from, messageId)));
      let complete = false;
      content.once('end', () => {
        complete = true;
      });
      try {
        await transport.sendMail({ envelope: { from: sender, to: [mail.to] }, raw: content });
        return { providerRef: messageId };
      } catch (error) {
        return afterFailure(error as SmtpError, complete);
      }
    },
  };
  if (lookupUrl) {
    channel.find = async (id) => {
      const messageId = messageIdOf(id);
      const query = encodeURIComponent(`message-id:"${messageId.slice(1, -1)}"`);
      const response = await fetch(`${lookupUrl}/api/v1/search?query=${query}`, {
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The mail server's list answered ${response.status}`);
      const { messages } = (await response.json()) as { messages: unknown[] };
      return messages.length > 0 ? { providerRef: messageId } : null;
    };
  }
  return { channel, close: () => transport.close() };
}

/** It may wait for a free connection, but not so long that whoever looks after lost messages takes it for lost. */
const patienceMs = 45_000;

function inTime(source: Buffer): AsyncIterable<Buffer> {
  const until = Date.now() + patienceMs;
  return (async function* () {
    if (Date.now() > until) throw new Error('It waited too long for a connection to the mail server');
    yield source;
  })();
}

async function sourceOf({ to, subject, text, html, headers }: OutgoingMail, from: string, messageId: string) {
  return new MailComposer({ from, to, subject, text, html, headers: { ...headers }, messageId }).compile().build();
}

/** Throws what may be tried again. */
function afterFailure(error: SmtpError, complete: boolean): Handover {
  const { responseCode = 0, command = '' } = error;
  if (responseCode >= 500 && command.startsWith('RCPT')) {
    // 550, 551 and 553: nobody has this address; the others are about size, policy and the like.
    const unknown = [550, 551, 553].includes(responseCode) && { blocks: 'recipient_unknown' as const };
    return { undeliverable: error.message, ...unknown };
  }
  if (responseCode >= 500 && command === 'DATA') return { undeliverable: error.message };
  // No answer after the last line: the server may have it.
  if (complete && responseCode === 0) return { unclear: error.message };
  throw error;
}
