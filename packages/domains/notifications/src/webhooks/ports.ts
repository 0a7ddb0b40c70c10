/** One signed request to a seller's system. */
export interface WebhookRequest {
  url: string;
  /** `webhook-id`: the same for every try of a delivery. */
  id: string;
  at: Date;
  /** The very bytes that are signed and sent. */
  payload: string;
  /** `whsec_…`; each signs, so that a receiver may still know the old one. */
  secrets: readonly string[];
}

export interface WebhookAnswer {
  /** Null: no answer came. */
  status: number | null;
  /** Why none came, or null. */
  problem: 'address_refused' | 'unreachable' | 'timeout' | null;
  /** The beginning of what was answered. */
  response: string;
  durationMs: number;
}

/** Sends to addresses that strangers name: never into a private network, redirects not followed, one time limit over all. */
export interface WebhookSender {
  /** False for an address to which nothing will ever be sent. A name that leads inside is only found out when sending. */
  accepts(url: string): boolean;
  /** Never throws: what goes wrong is an answer. */
  send(request: WebhookRequest): Promise<WebhookAnswer>;
}

/** Keeps the secrets unreadable in our tables; filled from the vault of personal data. `purpose` is part of the seal. */
export interface SecretBox {
  seal(purpose: string, text: string): Promise<string>;
  open(purpose: string, sealed: string): Promise<string>;
}

/** Which of these sellers may do business now. */
export type ApprovedSellers = (sellerIds: readonly string[]) => Promise<ReadonlySet<string>>;
