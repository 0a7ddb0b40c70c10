import { type Clock, newId } from '@mallhive/kernel';
import type { BulkRepository } from './bulk.repository.ts';
import {
  type CustomerDraft,
  customerDraftSchema,
  type SellerDraft,
  sellerDraftSchema,
  type UserDraft,
  userDraftSchema,
} from './contract.ts';
import { sellerUnknown } from './errors.ts';
import { sellerChanged } from './events.ts';
import type { PasswordHasher } from './ports.ts';

interface Dependencies {
  bulk: BulkRepository;
  passwords: PasswordHasher;
  clock: Clock;
}

/** Idempotent by slug. Answers the id of each slug. */
export function createUpsertSellers(deps: Dependencies) {
  return async (drafts: readonly SellerDraft[]): Promise<Map<string, string>> => {
    const now = deps.clock.now();
    const rows = drafts.map((input) => {
      const { logoUrl, bannerUrl, createdAt, ...draft } = sellerDraftSchema.parse(input);
      return { id: newId(), logo_url: logoUrl, banner_url: bannerUrl, created_at: createdAt ?? now, ...draft };
    });
    const sellers = await deps.bulk.upsertSellers(rows, now, (row) => {
      const { id, slug, name, tagline, description, country, logo_url, banner_url } = row;
      const face = { slug, name, tagline, description, country, logoUrl: logo_url, bannerUrl: banner_url };
      return sellerChanged.create({ sellerId: id, ...face }, now);
    });
    return new Map(sellers.map(({ slug, id }) => [slug, id]));
  };
}

/** Idempotent by e-mail address; password, name and memberships become those of the draft. Answers the id of each address. */
export function createUpsertUsers(deps: Dependencies) {
  return async (inputs: readonly UserDraft[]): Promise<Map<string, string>> => {
    const drafts = inputs.map((input) => userDraftSchema.parse(input));
    const slugs = [...new Set(drafts.flatMap((draft) => draft.memberships.map(({ sellerSlug }) => sellerSlug)))];
    const sellers = new Map((await deps.bulk.sellerIds(slugs)).map(({ slug, id }) => [slug, id]));
    const memberships = drafts.flatMap(({ email, memberships }) =>
      memberships.map(({ sellerSlug, role }) => {
        const seller_id = sellers.get(sellerSlug);
        if (!seller_id) throw sellerUnknown(sellerSlug);
        return { email, seller_id, role };
      }),
    );
    const rows = await Promise.all(
      drafts.map(async ({ email, name, password, administrator }) => ({
        id: newId(),
        email,
        name,
        password_hash: await deps.passwords.hash(password),
        is_admin: administrator,
      })),
    );
    const users = await deps.bulk.upsertUsers(rows, memberships, deps.clock.now());
    return new Map(users.map(({ email, id }) => [email, id]));
  };
}

/** Idempotent by (source, sourceRef). All drafts of one call have the same source. Answers the user id of each sourceRef. */
export function createImportCustomers(deps: Dependencies) {
  return async (drafts: readonly CustomerDraft[]): Promise<{ ids: Map<string, string>; created: number }> => {
    const rows = drafts.map((input) => {
      const { sourceRef, ...draft } = customerDraftSchema.parse(input);
      return { id: newId(), source_ref: sourceRef, ...draft };
    });
    const found = await deps.bulk.insertCustomers(rows, deps.clock.now());
    return {
      ids: new Map(found.map(({ source_ref, id }) => [source_ref, id])),
      created: found.filter(({ created }) => created).length,
    };
  };
}
