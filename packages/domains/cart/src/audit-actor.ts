import type { StockActor } from './owner.ts';

/** Who acts, as the audit log knows them. */
export function auditActor(actor: StockActor): { kind: 'seller' | 'api_key'; userId: string } {
  return { kind: actor.apiKeyId ? 'api_key' : 'seller', userId: actor.id };
}
