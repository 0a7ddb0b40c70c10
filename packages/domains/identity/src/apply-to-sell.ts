import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Access } from './access.ts';
import type { applyToSellInput, updateOrganisationInput } from './contract-organisations.ts';
import type { SellerStatus, User } from './contract-shapes.ts';
import {
  notAllowed,
  organisationChanged,
  slugTaken,
  statusNotPossible,
  tooManyOrganisations,
  verifyFirst,
} from './errors-organisations.ts';
import { sellerChanged } from './events.ts';
import { sellerStatusChanged } from './events-organisations.ts';
import { type Business, businessFields, type Face, type OrganisationRepository } from './organisation.repository.ts';
import { auditOf, sellerActor } from './organisation-audit.ts';
import { transitionOf } from './seller-status.ts';

/** Applications of one person that nobody has approved yet. */
const maximumWaiting = 3;

interface Dependencies {
  organisations: OrganisationRepository;
  access: Access;
  clock: Clock;
}

/** A pending organisation with the applicant as its owner. The same form sent twice is one application. */
export function createApplyToSell({ organisations, clock }: Dependencies) {
  return async (
    user: Pick<User, 'id' | 'emailVerified'>,
    input: z.output<typeof applyToSellInput>,
  ): Promise<{ sellerId: string; status: SellerStatus }> => {
    if (!user.emailVerified) throw verifyFirst();
    const { acceptTerms: _, ...application } = input;
    const { id, slug, name, tagline, description, country } = application;
    const again = async () => {
      const member = await organisations.roleOf(id, user.id);
      return member?.role === 'owner' ? { sellerId: id, status: member.status } : null;
    };
    if ((await organisations.waiting(user.id)) >= maximumWaiting) {
      const known = await again();
      if (known) return known;
      throw tooManyOrganisations(maximumWaiting);
    }
    const now = clock.now();
    const made = await organisations.apply(user.id, application, now, {
      events: [
        sellerChanged.create(
          { sellerId: id, slug, name, tagline, description, country, logoUrl: '', bannerUrl: '' },
          now,
        ),
        sellerStatusChanged.create({ sellerId: id, slug, from: null, to: 'pending', reason: '' }, now),
      ],
      audit: [auditOf(sellerActor(user.id), id, 'organisation.apply', now, { name: [null, name], slug: [null, slug] })],
    });
    if (made) return { sellerId: id, status: 'pending' };
    const known = await again();
    if (!known) throw slugTaken();
    return known;
  };
}

/** Rejected, put right, and asked again. */
export function createReapplyToSell({ organisations, access, clock }: Dependencies) {
  return async (userId: string, sellerId: string): Promise<{ sellerId: string; status: SellerStatus }> => {
    await access.owner(sellerId, userId);
    const { from, to } = transitionOf('reapply');
    const now = clock.now();
    const status = await organisations.setStatus(sellerId, '', now, (before) => {
      if (before.status !== from) throw statusNotPossible(before.status);
      return {
        to,
        events: [sellerStatusChanged.create({ sellerId, slug: before.slug, from, to, reason: '' }, now)],
        audit: [auditOf(sellerActor(userId), sellerId, 'organisation.reapply', now, { status: [from, to] })],
      };
    });
    if (!status) throw notAllowed();
    return { sellerId, status };
  };
}

const faceFields = ['name', 'tagline', 'description', 'country'] as const;

/** Name, description and who stands behind the shop. The second of two who edit at once is told. */
export function createUpdateOrganisation({ organisations, access, clock }: Dependencies) {
  return async (userId: string, input: z.output<typeof updateOrganisationInput>): Promise<{ ok: true }> => {
    const { sellerId, version, ...fields } = input;
    const { status } = await access.owner(sellerId, userId);
    // Who was rejected puts it right and applies again; who is suspended does not.
    if (status !== 'rejected') await access.change(sellerId, userId, ['owner']);
    const now = clock.now();
    await organisations.update(sellerId, fields satisfies Face & Business, now, (before) => {
      if (before.version !== version) throw organisationChanged(before.version);
      const { slug, logoUrl, bannerUrl } = before;
      const { name, tagline, description, country } = fields;
      const changes = Object.fromEntries(
        faceFields
          .filter((field) => before[field] !== fields[field])
          .map((field) => [field, [before[field], fields[field]]]),
      );
      // That they changed, never what they are.
      const hidden = businessFields.filter((field) => before[field] !== fields[field]);
      const seen = Object.keys(changes).length > 0;
      return {
        events: seen
          ? [sellerChanged.create({ sellerId, slug, name, tagline, description, country, logoUrl, bannerUrl }, now)]
          : [],
        audit:
          seen || hidden.length > 0
            ? [
                auditOf(sellerActor(userId), sellerId, 'organisation.update', now, {
                  ...(changes as Record<string, [string, string]>),
                  ...(hidden.length > 0 && { businessDetails: [null, hidden] }),
                }),
              ]
            : [],
      };
    });
    return { ok: true };
  };
}
