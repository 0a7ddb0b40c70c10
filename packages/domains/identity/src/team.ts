import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Access, SellerRole } from './access.ts';
import type { teamOutput } from './contract-organisations.ts';
import { lastOwner, memberNotFound } from './errors-organisations.ts';
import { memberChanged } from './events-organisations.ts';
import { auditOf, sellerActor } from './organisation-audit.ts';
import type { TeamRepository } from './team.repository.ts';

interface Dependencies {
  team: TeamRepository;
  access: Access;
  clock: Clock;
}

/** Colleagues are known by name; addresses and invitations are the owners' business. */
export function createReadTeam({ team, access, clock }: Dependencies) {
  return async (userId: string, sellerId: string): Promise<z.output<typeof teamOutput>> => {
    const { role } = await access.read(sellerId, userId);
    const owner = role === 'owner';
    const [members, invitations] = await Promise.all([
      team.members(sellerId),
      owner ? team.openInvitations(sellerId) : [],
    ]);
    const now = clock.now();
    return {
      members: members.map(({ email, since, ...member }) => ({
        ...member,
        email: owner ? email : null,
        since: since.toISOString(),
        me: member.userId === userId,
      })),
      invitations: invitations.map(({ invitedAt, expiresAt, ...invitation }) => ({
        ...invitation,
        state: expiresAt > now ? 'open' : 'expired',
        invitedAt: invitedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  };
}

/** One place for role changes, removals and leaving: an organisation never loses its last owner. */
async function change(
  { team, clock }: Dependencies,
  input: { sellerId: string; userId: string; by: string; to: SellerRole | null; action: string },
): Promise<{ ok: true }> {
  const { sellerId, userId, by, to, action } = input;
  const now = clock.now();
  const outcome = await team.change(sellerId, userId, to, (role, { owners }) => {
    if (role === to) return null;
    if (role === 'owner' && owners === 1) throw lastOwner();
    const object = { objectType: 'member', objectId: userId };
    return {
      events: [memberChanged.create({ sellerId, userId, role: to }, now)],
      audit: [auditOf(sellerActor(by), sellerId, action, now, { role: [role, to] }, object)],
    };
  });
  if (outcome === 'missing') throw memberNotFound();
  return { ok: true };
}

export function createChangeMemberRole(deps: Dependencies) {
  return async (by: string, input: { sellerId: string; userId: string; role: SellerRole }): Promise<{ ok: true }> => {
    await deps.access.change(input.sellerId, by, ['owner']);
    return change(deps, { ...input, by, to: input.role, action: 'member.change-role' });
  };
}

export function createRemoveMember(deps: Dependencies) {
  return async (by: string, input: { sellerId: string; userId: string }): Promise<{ ok: true }> => {
    await deps.access.change(input.sellerId, by, ['owner']);
    return change(deps, { ...input, by, to: null, action: 'member.remove' });
  };
}

/** Also possible while the organisation is suspended. */
export function createLeaveOrganisation(deps: Dependencies) {
  return async (userId: string, sellerId: string): Promise<{ ok: true }> => {
    await deps.access.read(sellerId, userId);
    return change(deps, { sellerId, userId, by: userId, to: null, action: 'member.leave' });
  };
}
