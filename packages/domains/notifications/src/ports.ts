/** A mail ready to be handed over. */
export interface OutgoingMail {
  /** The same id again is the same mail: a channel that can, sends it once. */
  id: string;
  template: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Beyond the usual ones, such as `List-Unsubscribe`. */
  headers?: Readonly<Record<string, string>>;
}

/** A way to send mail: the local mailbox, SMTP, SES. Throws when the mail was not taken. */
export interface MailChannel {
  readonly name: string;
  send(mail: OutgoingMail): Promise<{ providerRef: string }>;
}

/** The address of a link that is stored nowhere, by its id; null when it does not work any more. */
export type LinkResolver = (linkId: string) => Promise<string | null>;
