import type { MailChannel, OutgoingMail } from './ports.ts';

/** A channel in memory; `failing` refuses everything. The same id twice is one mail. */
export function fakeMail(name = 'fake'): MailChannel & {
  failing: boolean;
  readonly mails: Map<string, OutgoingMail>;
  tries: number;
} {
  const channel = {
    name,
    failing: false,
    tries: 0,
    mails: new Map<string, OutgoingMail>(),
    async send(mail: OutgoingMail) {
      channel.tries += 1;
      if (channel.failing) throw new Error('The mail server is away');
      channel.mails.set(mail.id, mail);
      return { providerRef: `fake:${mail.id}` };
    },
  };
  return channel;
}
