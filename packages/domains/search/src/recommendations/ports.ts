/** What a rail is for. */
export type RailKind = 'also-bought' | 'bought-together' | 'similar' | 'for-you' | 'cart' | 'trending';

export interface RecommenderQuestion {
  kind: RailKind;
  /** Who asks, where known: an account. */
  userId: string | null;
  /** What it is about: the product of the page, those in the cart, those looked at lately. Newest first. */
  productIds: readonly string[];
  /** More may be sold out or bought already than is shown: the shop asks for more than it shows. */
  limit: number;
}

/**
 * Chooses products, for a managed service instead of the shop's own model. Answers product ids, best first, at most
 * `limit`; empty when it knows nothing sensible. The shop leaves out what is sold out, just bought or too much of one
 * seller. Rejects when it cannot answer; `signal` is aborted after 250 ms, and the shop's own rails answer then.
 */
export interface Recommender {
  /** For logs: `Amazon Personalize`. */
  name: string;
  recommend(question: RecommenderQuestion, signal: AbortSignal): Promise<string[]>;
}
