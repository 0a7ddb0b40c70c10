import type { z } from 'zod';
import { type Actor, asAdministrator, asSeller, assertAdministrator, assertEditor } from '../actor.ts';
import type {
  adminSaveTranslationInput,
  adminSaveTranslationOutput,
  saveTranslationInput,
  sellerProductOutput,
} from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { productChangedMeanwhile, productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { editStored } from './edit-stored.repository.ts';
import { namesOf } from './names-of.ts';
import { viewProduct } from './view-product.ts';

type Input = z.output<typeof adminSaveTranslationInput>;

async function save(
  db: Database,
  ports: CatalogPorts,
  actor: ReturnType<typeof asSeller>,
  sellerId: string | null,
  input: Input,
) {
  const { productId, version, locale, translation } = input;
  const edited = await editStored(
    db,
    { productId, sellerId },
    version,
    ({ translations }) => ({ translations: { ...translations, [locale]: translation } }),
    { at: ports.clock.now(), actor, action: 'product.translate' },
  );
  if (edited.outcome === 'missing') throw productNotFound();
  const { stored } = edited;
  const names = await namesOf(ports, [stored.updatedBy]);
  if (edited.outcome === 'outdated') {
    const changedBy =
      stored.updatedBy === null ? null : { id: stored.updatedBy, name: names.get(stored.updatedBy) ?? '' };
    throw productChangedMeanwhile({ version: stored.version, changedAt: stored.updatedAt, changedBy });
  }
  return { stored, names };
}

/** One language of an own product; the others stay. */
export async function saveTranslation(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, ...input }: z.output<typeof saveTranslationInput>,
): Promise<z.infer<typeof sellerProductOutput>> {
  assertEditor(actor, sellerId);
  const { stored, names } = await save(db, ports, asSeller(actor), sellerId, input);
  return { product: viewProduct(stored, names) };
}

/** The same of any product, by an administrator. */
export async function adminSaveTranslation(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: Input,
): Promise<z.infer<typeof adminSaveTranslationOutput>> {
  assertAdministrator(actor);
  const { stored } = await save(db, ports, asAdministrator(actor), null, input);
  return { version: stored.version };
}
