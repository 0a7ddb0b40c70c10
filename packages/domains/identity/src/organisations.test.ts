import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createIdentity, type Identity } from './index.ts';
import { fakePasswords, testMasterKey } from './testing.ts';

let base: TestDatabase;
let identity: Identity;
const clock = fixedClock('2026-03-01T10:00:00Z');
let people: Map<string, string>;
const idOf = (name: string) => people.get(`${name}@example.com`) ?? '';
const applicant = (name: string) => ({ id: idOf(name), emailVerified: true });

beforeAll(async () => {
  base = await createTestDatabase();
  identity = createIdentity({
    db: base.db,
    master: testMasterKey(),
    passwords: fakePasswords(),
    clock,
    secret: 'a secret',
  });
});
beforeEach(async () => {
  await base.db.pool.query(
    'truncate identity.users, identity.sellers, identity.outbox, identity.audit_entries restart identity cascade',
  );
  const names = ['owner', 'second', 'packer', 'stranger', 'admin'];
  people = await identity.upsertUsers(
    names.map((name) => ({ email: `${name}@example.com`, name, password: 'a long password' })),
  );
});
afterAll(() => base.close());

const application = (slug = 'moss-and-clay') => ({
  id: newId(),
  slug,
  name: 'Moss & Clay',
  tagline: 'Pots',
  description: 'We make pots.',
  legalName: 'Moss and Clay Ltd',
  country: 'GB',
  contactName: 'Olive Owner',
  contactEmail: 'olive@moss.example',
  contactPhone: '+44 1234',
  postalAddress: '1 Sample Lane\nLeeds LS1 1AA',
  taxNumber: 'GB 123',
  acceptTerms: true as const,
});
async function apply(slug?: string): Promise<string> {
  return (await identity.applyToSell(applicant('owner'), application(slug))).sellerId;
}
const decide = (
  sellerId: string,
  decision: 'approve' | 'reject' | 'suspend' | 'reinstate',
  reason = 'because of that',
) => identity.decideOnSeller(idOf('admin'), { sellerId, decision, reason });
const events = async (name: string) =>
  (await base.db.prisma.identityOutbox.findMany({ where: { name }, orderBy: { id: 'asc' } })).map(({ data }) => data);
/** Joins by an accepted invitation. */
async function join(sellerId: string, name: string, role: 'owner' | 'manager' | 'fulfilment') {
  const { invitationId } = await identity.inviteMember(idOf('owner'), {
    sellerId,
    email: `${name}@example.com`,
    role,
  });
  const mail = await identity.invitationMail(invitationId);
  await identity.acceptInvitation(idOf(name), mail?.token ?? '');
}

test('an application needs a verified address, a free slug, and is one however often it is sent', async () => {
  const form = application();
  await expect(identity.applyToSell({ id: idOf('owner'), emailVerified: false }, form)).rejects.toMatchObject({
    reason: 'email_unverified',
  });
  const twice = await Promise.all([1, 2].map(() => identity.applyToSell(applicant('owner'), form)));
  expect(twice).toEqual([
    { sellerId: form.id, status: 'pending' },
    { sellerId: form.id, status: 'pending' },
  ]);
  expect(await identity.shopSlugFree('moss-and-clay')).toEqual({ free: false });
  await expect(identity.applyToSell(applicant('stranger'), application())).rejects.toMatchObject({
    code: 'conflict',
    reason: 'slug_taken',
  });
  await expect(identity.applyToSell(applicant('stranger'), { ...form, slug: 'other' })).rejects.toMatchObject({
    reason: 'slug_taken',
  });
  expect(await events('identity/seller.status-changed')).toEqual([
    { sellerId: form.id, slug: 'moss-and-clay', from: null, to: 'pending', reason: '' },
  ]);
  const row = await base.db.prisma.seller.findUniqueOrThrow({ where: { id: form.id } });
  expect(JSON.stringify(row)).not.toMatch(/Olive|olive@|Ltd|1234/);
  for (const slug of ['two', 'three']) await apply(slug);
  await expect(apply('four')).rejects.toMatchObject({ reason: 'too_many_organisations' });
});

test('states follow the table, and of two administrators who decide at once one is told', async () => {
  const sellerId = await apply();
  await expect(decide(sellerId, 'suspend')).rejects.toMatchObject({
    reason: 'status_not_possible',
    details: { status: 'pending' },
  });
  const both = await Promise.allSettled([decide(sellerId, 'approve', ''), decide(sellerId, 'reject')]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await base.db.prisma.seller.update({ where: { id: sellerId }, data: { status: 'pending' } });
  await decide(sellerId, 'reject', 'No address');
  const { organisation } = await identity.organisation(idOf('owner'), sellerId);
  expect(organisation).toMatchObject({ status: 'rejected', statusReason: 'No address', contactName: 'Olive Owner' });
  // Who was rejected puts it right and asks again.
  const { id: _, acceptTerms: __, slug: ___, ...fields } = application();
  const better = { ...fields, legalName: 'Moss Ltd', sellerId, version: organisation.version };
  await identity.updateOrganisation(idOf('owner'), better);
  expect(await identity.reapplyToSell(idOf('owner'), sellerId)).toEqual({ sellerId, status: 'pending' });
  await decide(sellerId, 'approve', '');
  await decide(sellerId, 'suspend', 'Complaints');
  await expect(identity.updateOrganisation(idOf('owner'), better)).rejects.toMatchObject({
    reason: 'seller_suspended',
  });
  await decide(sellerId, 'reinstate', '');
  await expect(identity.updateOrganisation(idOf('owner'), better)).rejects.toMatchObject({
    reason: 'organisation_changed',
  });
  await expect(decide(newId(), 'approve')).rejects.toMatchObject({ code: 'not_found' });
});

test('the next look-up of a session knows a suspension and a role', async () => {
  const sellerId = await apply();
  await decide(sellerId, 'approve', '');
  const { sessionId } = await identity.signIn({ email: 'owner@example.com', password: 'a long password' });
  const status = async () => (await identity.findSession(sessionId))?.memberships[0]?.status;
  expect(await status()).toBe('approved');
  await decide(sellerId, 'suspend');
  expect(await status()).toBe('suspended');
});

test('an organisation that is not yours cannot be told from one that does not exist', async () => {
  const sellerId = await apply();
  await join(sellerId, 'packer', 'fulfilment');
  const refused = { code: 'forbidden', reason: 'not_allowed' };
  for (const id of [sellerId, newId()]) {
    const stranger = idOf('stranger');
    const by = { sellerId: id, userId: idOf('owner') };
    const calls = [
      identity.organisation(stranger, id),
      identity.team(stranger, id),
      identity.leaveOrganisation(stranger, id),
      identity.reapplyToSell(stranger, id),
      identity.removeMember(stranger, by),
      identity.changeMemberRole(stranger, { ...by, role: 'fulfilment' }),
      identity.inviteMember(stranger, { sellerId: id, email: 'x@example.com', role: 'owner' }),
      identity.auditLog(stranger, { sellerId: id, limit: 10 }),
    ];
    for (const answer of await Promise.allSettled(calls))
      expect(answer).toMatchObject({ status: 'rejected', reason: refused });
  }
  // Of their own organisation, but not in a role for it.
  const packer = idOf('packer');
  await expect(
    identity.inviteMember(packer, { sellerId, email: 'x@example.com', role: 'owner' }),
  ).rejects.toMatchObject(refused);
  await expect(identity.changeMemberRole(packer, { sellerId, userId: packer, role: 'owner' })).rejects.toMatchObject(
    refused,
  );
  await expect(identity.auditLog(packer, { sellerId, limit: 10 })).rejects.toMatchObject(refused);
  expect((await identity.organisation(packer, sellerId)).organisation).toMatchObject({
    legalName: '',
    contactEmail: '',
  });
  const team = await identity.team(packer, sellerId);
  expect(team.invitations).toEqual([]);
  expect(team.members.map(({ email }) => email)).toEqual([null, null]);
});

test('the last owner stays, also when two owners leave at once', async () => {
  const sellerId = await apply();
  const owner = idOf('owner');
  await expect(identity.leaveOrganisation(owner, sellerId)).rejects.toMatchObject({ reason: 'last_owner' });
  await expect(identity.changeMemberRole(owner, { sellerId, userId: owner, role: 'manager' })).rejects.toMatchObject({
    reason: 'last_owner',
  });
  await join(sellerId, 'second', 'owner');
  const left = await Promise.allSettled([
    identity.leaveOrganisation(owner, sellerId),
    identity.leaveOrganisation(idOf('second'), sellerId),
  ]);
  expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await base.db.prisma.membership.count({ where: { sellerId, role: 'owner' } })).toBe(1);
});

test('an invitation is for one address, one organisation, and one time', async () => {
  const sellerId = await apply();
  const owner = idOf('owner');
  const invite = (email: string) => identity.inviteMember(owner, { sellerId, email, role: 'manager' });
  await expect(invite('owner@example.com')).rejects.toMatchObject({ reason: 'already_member' });
  const first = await invite('second@example.com');
  expect(await invite('second@example.com')).toEqual(first);
  const mail = await identity.invitationMail(first.invitationId);
  const token = mail?.token ?? '';
  expect(mail).toMatchObject({ email: 'second@example.com', organisation: 'Moss & Clay', role: 'manager' });
  expect(await events('identity/invitation.requested')).toHaveLength(2);
  expect(JSON.stringify(await base.db.prisma.invitation.findMany())).not.toContain('second@');

  await expect(identity.invitation(`${token.slice(0, -1)}_`)).rejects.toMatchObject({ reason: 'invitation_not_found' });
  await expect(identity.acceptInvitation(idOf('stranger'), token)).rejects.toMatchObject({
    reason: 'invitation_for_another',
  });
  await expect(
    identity.acceptInvitationAsNew({ token, name: 'S', password: 'correct horse battery staple' }),
  ).rejects.toMatchObject({ reason: 'account_exists' });
  const both = await Promise.allSettled([
    identity.acceptInvitation(idOf('second'), token),
    identity.acceptInvitation(idOf('second'), token),
  ]);
  // Whichever was first.
  expect(both.filter(({ status }) => status === 'fulfilled')).toMatchObject([{ value: { sellerId } }]);
  await expect(identity.acceptInvitation(idOf('second'), token)).rejects.toMatchObject({ reason: 'invitation_over' });
  expect(await base.db.prisma.membership.count({ where: { userId: idOf('second') } })).toBe(1);
});

test('somebody without an account joins with a new one, whose address the link has verified', async () => {
  const sellerId = await apply();
  const { invitationId } = await identity.inviteMember(idOf('owner'), {
    sellerId,
    email: 'fresh@example.com',
    role: 'fulfilment',
  });
  const token = (await identity.invitationMail(invitationId))?.token ?? '';
  const account = { token, name: 'Fresh', password: 'glacier-otter-biplane-42' };
  await expect(identity.acceptInvitationAsNew({ ...account, password: 'password123' })).rejects.toMatchObject({
    reason: 'password_weak',
  });
  const both = await Promise.allSettled([1, 2].map(() => identity.acceptInvitationAsNew(account)));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { user } = await identity.signIn({ email: 'fresh@example.com', password: account.password });
  expect(user).toMatchObject({ emailVerified: true, memberships: [{ sellerId, role: 'fulfilment' }] });
});

test('expired, revoked and sent again', async () => {
  const sellerId = await apply();
  const owner = idOf('owner');
  const { invitationId: id } = await identity.inviteMember(owner, {
    sellerId,
    email: 'second@example.com',
    role: 'owner',
  });
  const token = (await identity.invitationMail(id))?.token ?? '';
  clock.advance(15 * 86_400_000);
  expect((await identity.invitation(token)).invitation.state).toBe('expired');
  await expect(identity.acceptInvitation(idOf('second'), token)).rejects.toMatchObject({
    reason: 'invitation_over',
    details: { state: 'expired' },
  });
  await identity.resendInvitation(owner, { sellerId, id });
  expect((await identity.invitation(token)).invitation.state).toBe('open');
  await identity.revokeInvitation(owner, { sellerId, id });
  await expect(identity.acceptInvitation(idOf('second'), token)).rejects.toMatchObject({
    details: { state: 'revoked' },
  });
  expect(await identity.invitationMail(id)).toBeNull();
  const gone = await Promise.allSettled([
    identity.resendInvitation(owner, { sellerId, id }),
    identity.revokeInvitation(owner, { sellerId, id: newId() }),
    identity.removeMember(owner, { sellerId, userId: idOf('stranger') }),
  ]);
  for (const answer of gone) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
});

test('the audit log tells its owners who did what, and administrators all of it', async () => {
  const sellerId = await apply();
  await join(sellerId, 'second', 'manager');
  await decide(sellerId, 'approve', '');
  await identity.removeMember(idOf('owner'), { sellerId, userId: idOf('second') });
  const seen = async (filter: object) =>
    (await identity.auditLog(idOf('owner'), { sellerId, limit: 50, ...filter })).items.map(({ action }) => action);
  expect((await seen({})).sort()).toEqual(
    ['invitation.create', 'member.join', 'member.remove', 'organisation.apply', 'organisation.approve'].sort(),
  );
  expect(await seen({ actorUserId: idOf('second') })).toEqual(['member.join']);
  expect(await seen({ objectType: 'invitation' })).toEqual(['invitation.create']);
  expect(await seen({ domain: 'catalog' })).toEqual([]);
  const first = await identity.auditLogOfAll({ limit: 2 });
  const second = await identity.auditLogOfAll({ limit: 50, cursor: first.nextCursor ?? '' });
  expect([first.items.length, second.items.length]).toEqual([2, 3]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5);
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).toMatchObject({ sellerName: 'Moss & Clay', actor: { name: expect.any(String) } });
  await expect(identity.auditLogOfAll({ limit: 2, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'bad_request' });
});

test('the queue: who waits longest first, counts of all, page by page', async () => {
  for (const slug of ['one-shop', 'two-shop', 'three-shop']) {
    await apply(slug);
    clock.advance(1000);
  }
  const page = await identity.sellers({ status: 'pending', query: '', limit: 2 });
  expect(page.items.map(({ slug }) => slug)).toEqual(['one-shop', 'two-shop']);
  expect(page.counts).toEqual({ pending: 3, approved: 0, suspended: 0, rejected: 0 });
  const rest = await identity.sellers({ status: 'pending', query: '', limit: 2, cursor: page.nextCursor ?? '' });
  expect([rest.items.map(({ slug }) => slug), rest.nextCursor]).toEqual([['three-shop'], null]);
  expect((await identity.sellers({ query: '100%', limit: 10 })).items).toEqual([]);
  const found = await identity.sellers({ query: 'TWO-', limit: 10 });
  const review = await identity.sellerForReview(found.items[0]?.sellerId ?? '');
  expect(review.members).toEqual([{ userId: idOf('owner'), name: 'owner', email: 'owner@example.com', role: 'owner' }]);
});
