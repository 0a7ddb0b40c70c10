/** What every message has on its way out. The same id again is the same message: a provider that can, sends it once. */
interface Outgoing {
  id: string;
  template: string;
}

/** A mail ready to be handed over. */
export interface OutgoingMail extends Outgoing {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Beyond the usual ones, such as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
}

/** A text message; `to` is a number as E.164 writes it: `+447700900123`. */
export interface OutgoingSms extends Outgoing {
  to: string;
  text: string;
}

/** A browser that somebody allowed to show messages, as it described itself (`PushSubscription.toJSON()`). */
export interface PushTarget {
  endpoint: string;
  /** The browser's public key and its secret, base64url. */
  p256dh: string;
  auth: string;
}

/** What a browser shows while none of our pages need be open. */
export interface OutgoingPush extends Outgoing {
  to: PushTarget;
  title: string;
  body: string;
  /** Where a click leads. */
  url: string | null;
}

/**
 * What became of a message that a provider was given. `undeliverable`: it was refused for good, whoever else would be
 * asked; with `blocks` the recipient is not to be written to again on that channel (`recipient_unknown`, `refused_by_recipient`).
 */
export type Handover =
  | { providerRef: string }
  /** The connection was lost after everything was handed over: nobody knows, and nobody else may be asked. */
  | { unclear: string }
  | { undeliverable: string; blocks?: 'recipient_unknown' | 'refused_by_recipient' };

/** One way to hand over messages of a channel. Throws when this message was not taken, but may be later or by another. */
export interface Provider<Message extends Outgoing> {
  /** As it stands in the log of deliveries: `smtp`, `ses`. */
  readonly name: string;
  /** The same id again is taken as the same message, so that after a crash it can be sent again without asking. */
  readonly idempotent?: boolean;
  send(message: Message): Promise<Handover>;
  /**
   * Asked after a crash, when nobody noted what became of a message: its reference where the provider has it, null where it
   * certainly does not. Left out by providers that cannot tell.
   */
  find?(messageId: string): Promise<{ providerRef: string } | null>;
}

/** Mail: the local mailbox, SMTP, SES. */
export type MailChannel = Provider<OutgoingMail>;
/** Text messages: the local mailbox, Twilio, SNS. */
export type SmsChannel = Provider<OutgoingSms>;
/** Browsers: the local mailbox, web push. */
export type PushChannel = Provider<OutgoingPush>;

/** What a provider tells later about a message that it took. Told again with the same id, it changes nothing. */
export interface DeliveryNotice {
  /** Of the notice, unique for the provider. */
  id: string;
  provider: string;
  channel: 'email' | 'sms';
  providerRef: string;
  recipient: string;
  /** `soft_bounce` may pass by itself; `bounce` and `complaint` end writing to that recipient. */
  outcome: 'delivered' | 'soft_bounce' | 'bounce' | 'complaint';
  detail: string;
}

/** The address of a link that is stored nowhere, by its id; null when it does not work any more. */
export type LinkResolver = (linkId: string) => Promise<string | null>;

export type { WebhookAnswer, WebhookRequest, WebhookSender } from './webhooks/ports.ts';
