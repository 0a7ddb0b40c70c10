import type { Clock } from '@mallhive/kernel';
import type { Channel } from '../kinds.ts';
import type { Handover, MailChannel, PushChannel, PushTarget, SmsChannel } from '../ports.ts';
import { createLine } from './line.ts';

/** What any channel's message is made of. */
export interface Parcel {
  id: string;
  template: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  link: string | null;
  headers: Readonly<Record<string, string>>;
  /** On the push channel: the browser that `to` names. */
  target: PushTarget | null;
}

/** A provider of whichever channel. */
interface Sender {
  readonly name: string;
  readonly idempotent: boolean;
  send(parcel: Parcel): Promise<Handover>;
  find?: ((messageId: string) => Promise<{ providerRef: string } | null>) | undefined;
}

export interface ChannelProviders {
  mail: readonly MailChannel[];
  sms: readonly SmsChannel[];
  push: readonly PushChannel[];
}

const find = ({ find }: Pick<Sender, 'find'>) => (find ? (id: string) => find(id) : undefined);

const byMail = (provider: MailChannel): Sender => ({
  name: provider.name,
  idempotent: provider.idempotent === true,
  send: ({ id, template, to, subject, text, html, headers }) =>
    provider.send({ id, template, to, subject, text, html, headers }),
  find: find(provider),
});
const bySms = (provider: SmsChannel): Sender => ({
  name: provider.name,
  idempotent: provider.idempotent === true,
  send: ({ id, template, to, text }) => provider.send({ id, template, to, text }),
  find: find(provider),
});
const byPush = (provider: PushChannel): Sender => ({
  name: provider.name,
  idempotent: provider.idempotent === true,
  send: async ({ id, template, subject, text, link, target }) =>
    target
      ? provider.send({ id, template, to: target, title: subject, body: text, url: link })
      : { undeliverable: 'The browser takes no messages any more' },
  find: find(provider),
});

/** The providers of each channel behind one shape. The inbox needs none. */
export function createChannels({ mail, sms, push }: ChannelProviders, clock: Clock) {
  const lines = {
    email: createLine(mail.map(byMail), clock),
    sms: createLine(sms.map(bySms), clock),
    push: createLine(push.map(byPush), clock),
  };
  return {
    idempotent: [...mail, ...sms, ...push].flatMap(({ name, idempotent }) => (idempotent ? [name] : [])),
    lineOf: (channel: Channel) => (channel === 'inbox' ? null : lines[channel]),
    /** Whom each channel asks first, by channel. */
    firsts: () =>
      Object.fromEntries(Object.entries(lines).map(([channel, line]) => [channel, line.inOrder()[0]?.name ?? null])),
  };
}
export type Channels = ReturnType<typeof createChannels>;
