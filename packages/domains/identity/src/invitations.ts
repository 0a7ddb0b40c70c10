import { type Clock, idSchema, type Locale, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Access, SellerRole } from './access.ts';
import type { acceptInvitationAsNewInput, invitationOutput, inviteMemberInput } from './contract-organisations.ts';
import {
  accountExists,
  alreadyMember,
  invitationForAnother,
  invitationNotFound,
  invitationOver,
  tooManyMembers,
} from './errors-organisations.ts';
import { invitationRequested, memberChanged } from './events-organisations.ts';
import { type Keyed, readSigned, writeSigned } from './keyed.ts';
import type { Limits } from './limits.ts';
import { auditOf, sellerActor } from './organisation-audit.ts';
import { demandStrongPassword } from './password-policy.ts';
import type { PasswordHasher } from './ports.ts';
import type { InvitationRow, TeamRepository } from './team.repository.ts';

export const invitationDays = 14;
/** Members and open invitations together. */
const maximumMembers = 100;
const purpose = 'invitation';

interface Dependencies {
  team: TeamRepository;
  access: Access;
  keyed: Keyed;
  passwords: PasswordHasher;
  limits: Limits;
  clock: Clock;
}

const term = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000);
const objectOf = (id: string) => ({ objectType: 'invitation', objectId: id });

export function createInviteMember({ team, access, clock }: Dependencies) {
  return async (by: string, { sellerId, email, role }: z.output<typeof inviteMemberInput>) => {
    await access.change(sellerId, by, ['owner']);
    const now = clock.now();
    const expiresAt = term(now);
    const invited = await team.invite(
      { id: newId(now.getTime()), sellerId, email, role, invitedBy: by, now, expiresAt },
      maximumMembers,
      (id) => ({
        events: [invitationRequested.create({ invitationId: id, sellerId }, now)],
        audit: [auditOf(sellerActor(by), sellerId, 'invitation.create', now, { role: [null, role] }, objectOf(id))],
      }),
    );
    if (invited.kind === 'member') throw alreadyMember();
    if (invited.kind === 'full') throw tooManyMembers(maximumMembers);
    return { invitationId: invited.id, expiresAt: expiresAt.toISOString() };
  };
}

export function createResendInvitation({ team, access, clock }: Dependencies) {
  return async (by: string, { sellerId, id }: { sellerId: string; id: string }) => {
    await access.change(sellerId, by, ['owner']);
    const now = clock.now();
    const expiresAt = term(now);
    const renewed = await team.renew(sellerId, id, now, expiresAt, {
      events: [invitationRequested.create({ invitationId: id, sellerId }, now)],
      audit: [auditOf(sellerActor(by), sellerId, 'invitation.resend', now, {}, objectOf(id))],
    });
    if (!renewed) throw invitationNotFound();
    return { invitationId: id, expiresAt: expiresAt.toISOString() };
  };
}

export function createRevokeInvitation({ team, access, clock }: Dependencies) {
  return async (by: string, { sellerId, id }: { sellerId: string; id: string }): Promise<{ ok: true }> => {
    await access.change(sellerId, by, ['owner']);
    const now = clock.now();
    const audit = [auditOf(sellerActor(by), sellerId, 'invitation.revoke', now, {}, objectOf(id))];
    if (!(await team.revoke(sellerId, id, now, { events: [], audit }))) throw invitationNotFound();
    return { ok: true };
  };
}

function stateOf(row: InvitationRow, now: Date): 'open' | 'expired' | 'accepted' | 'revoked' {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt > now ? 'open' : 'expired';
}

/** The row that a link stands for. Throws `invitation_not_found` for a link that we never gave. */
async function byToken({ team, keyed }: Pick<Dependencies, 'team' | 'keyed'>, token: string): Promise<InvitationRow> {
  const id = readSigned(keyed, purpose, token);
  const row = id && idSchema.safeParse(id).success ? await team.invitation(id) : null;
  if (!row) throw invitationNotFound();
  return row;
}

export function createReadInvitation(deps: Dependencies) {
  return async (token: string): Promise<z.output<typeof invitationOutput>> => {
    const row = await byToken(deps, token);
    const { organisation, role, email, expiresAt } = row;
    const state = stateOf(row, deps.clock.now());
    return { invitation: { organisation, role, email, state, expiresAt: expiresAt.toISOString() } };
  };
}

/** For the job that mails it: null when there is nothing to send any more. */
export function createInvitationMail({ team, keyed, clock }: Dependencies) {
  return async (
    invitationId: string,
  ): Promise<{
    email: string;
    organisation: string;
    role: SellerRole;
    locale: Locale;
    token: string;
    expiresAt: Date;
  } | null> => {
    const row = await team.invitation(invitationId);
    if (!row || stateOf(row, clock.now()) !== 'open') return null;
    const { email, organisation, role, locale, expiresAt } = row;
    return { email, organisation, role, locale, expiresAt, token: writeSigned(keyed, purpose, row.id) };
  };
}

function toldOf(row: InvitationRow, userId: string, now: Date) {
  const { sellerId, role } = row;
  const object = { objectType: 'member', objectId: userId };
  return {
    events: [memberChanged.create({ sellerId, userId, role }, now)],
    audit: [auditOf(sellerActor(userId), sellerId, 'member.join', now, { role: [null, role] }, object)],
  };
}

async function openRow(deps: Dependencies, token: string, now: Date): Promise<InvitationRow> {
  const row = await byToken(deps, token);
  const state = stateOf(row, now);
  if (state !== 'open') throw invitationOver(state);
  return row;
}

/** With the account of the invited address, and no other. */
export function createAcceptInvitation(deps: Dependencies) {
  return async (userId: string, token: string): Promise<{ sellerId: string; email: string }> => {
    const now = deps.clock.now();
    const row = await openRow(deps, token, now);
    if ((await deps.team.emailIndexOf(userId)) !== row.emailIndex) throw invitationForAnother();
    if (!(await deps.team.accept(row, userId, now, toldOf(row, userId, now)))) throw invitationOver('accepted');
    return { sellerId: row.sellerId, email: row.email };
  };
}

/** Makes the account too: who holds the link of the mail has shown that the address is theirs. */
export function createAcceptInvitationAsNew(deps: Dependencies) {
  return async (
    input: z.output<typeof acceptInvitationAsNewInput> & { address?: string | undefined },
  ): Promise<{ sellerId: string; email: string }> => {
    await deps.limits.byAddress('register', input.address);
    const now = deps.clock.now();
    const row = await openRow(deps, input.token, now);
    await demandStrongPassword(input.password, { email: row.email, name: input.name });
    const passwordHash = await deps.passwords.hash(input.password);
    const id = newId(now.getTime());
    const account = { id, name: input.name, passwordHash };
    const outcome = await deps.team.acceptAsNew(row, account, now, toldOf(row, id, now));
    if (outcome === 'exists') throw accountExists();
    if (outcome === 'over') throw invitationOver('accepted');
    return { sellerId: row.sellerId, email: row.email };
  };
}
