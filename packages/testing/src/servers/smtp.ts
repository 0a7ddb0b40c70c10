import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  messageId: string;
  to: string;
  source: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface SmtpServer {
  url: string;
  /** Answers which mails were taken, as Mailpit's HTTP interface does. */
  lookupUrl: string;
  /** Every mail that was taken, twice if it was handed over twice. */
  mails: TakenMail[];
  /** What it says to a recipient: `busy` 451, `unknown` 550; `silent`: it takes the mail and hangs up before it says so. */
  behaviour: (to: string) => 'take' | 'busy' | 'unknown' | 'silent';
  close(): Promise<void>;
}

const refusal = (text: string, responseCode: number) => Object.assign(new Error(text), { responseCode });

/** A real SMTP server on a free port; `port` to come back where it was. */
export async function startSmtp(port = 0): Promise<SmtpServer> {
  const mails: TakenMail[] = [];
  const ids = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo(address, _session, done) {
      const says = self.behaviour(address.address);
      if (says === 'busy') done(refusal('Try again later', 451));
      else if (says === 'unknown') done(refusal('No such mailbox', 550));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        const messageId = /^message-id:\s*<([^>]+)>/im.exec(source)?.[1] ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        mails.push({ messageId, to, source, at: Date.now() });
        ids.add(messageId);
        if (self.behaviour(to) === 'silent') for (const connection of server.connections) connection.close();
        else done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const lookup = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://lookup').searchParams.get('query') ?? '';
    const id = /message-id:"?<?([^">]+)/.exec(query)?.[1] ?? '';
    const messages = ids.has(id) ? [{ ID: id, MessageID: id }] : [];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ total: ids.size, messages_count: messages.length, messages }));
  });
  await new Promise<void>((resolve) => lookup.listen(0, '127.0.0.1', resolve));
  const self: SmtpServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    lookupUrl: `http://127.0.0.1:${(lookup.address() as AddressInfo).port}`,
    mails,
    behaviour: () => 'take',
    close: async () => {
      lookup.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => lookup.close(() => resolve())),
        new Promise<void>((resolve) => server.close(() => resolve())),
      ]);
    },
  };
  return self;
}
