import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type * as contract from '../contract.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { adminCounts, decideModeration, flagProduct, moderationQueue } from './moderate.ts';

/** What administrators decide about products; part of the catalog's facade. */
export function createModeration(db: Database, ports: CatalogPorts) {
  return {
    moderationQueue: (actor: Actor, input: z.output<typeof contract.moderationQueueInput>) =>
      moderationQueue(db, actor, input),
    decideModeration: (actor: Actor, input: z.output<typeof contract.decideModerationInput>) =>
      decideModeration(db, ports, actor, input),
    flagProduct: (actor: Actor, input: z.output<typeof contract.flagProductInput>) =>
      flagProduct(db, ports, actor, input),
    adminCounts: (actor: Actor) => adminCounts(db, actor),
  };
}
