import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openAccounts, refusalOf } from './testing/accounts.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
let sellerId: string;
let owner: Awaited<ReturnType<typeof memberOf>>;

async function memberOf(email: string, role: 'owner' | 'manager' | 'fulfilment') {
  const { identity } = shop;
  const memberships = [{ sellerSlug: 'loom', role }];
  await identity.upsertUsers([{ email, name: role, password: goodPassword, memberships }]);
  const { user, sessionId } = await identity.signIn({ email, password: goodPassword });
  return { userId: user.id, sessionId, memberships: user.memberships };
}

beforeAll(async () => {
  shop = await openAccounts();
  sellerId = (await shop.identity.upsertSellers([{ slug: 'loom', name: 'Loom' }])).get('loom') ?? '';
  owner = await memberOf('owner@example.com', 'owner');
});
afterAll(() => shop.close());

const create = (over: object = {}, caller = owner) =>
  shop.identity.createApiKey(caller, {
    sellerId,
    name: 'Warehouse',
    scopes: ['stock:read', 'stock:write'],
    expiresInDays: 30,
    ...over,
  });

test('a key is seen once, stored as a hash, and is its organisation with its scopes', async () => {
  const { key, apiKey } = await create();
  expect(key.startsWith(`${apiKey.prefix}_`)).toBe(true);
  expect(JSON.stringify(await shop.prisma.apiKey.findMany())).not.toContain(key.slice(apiKey.prefix.length + 1));
  const actor = await shop.identity.findApiKey(key);
  expect(actor.key).toEqual({ id: apiKey.id, sellerId, scopes: ['stock:read', 'stock:write'] });
  expect(actor.user).toMatchObject({ roles: ['seller'], memberships: [{ sellerId, role: 'manager' }] });
  const audit = await shop.prisma.identityAuditEntry.findMany({ where: { objectId: apiKey.id } });
  expect(audit.map(({ action, actorUserId }) => ({ action, actorUserId }))).toEqual([
    { action: 'api_key.create', actorUserId: owner.userId },
  ]);
});

test('last use is known to the minute, without a write for every call', async () => {
  const { key, apiKey } = await create({ name: 'Used' });
  await shop.identity.findApiKey(key);
  const read = async () => (await shop.identity.listApiKeys(owner, sellerId)).keys.find(({ id }) => id === apiKey.id);
  const first = (await read())?.lastUsedAt;
  expect(first).not.toBeNull();
  await shop.identity.findApiKey(key);
  expect((await read())?.lastUsedAt).toBe(first);
  shop.clock.advance(61_000);
  await shop.identity.findApiKey(key);
  expect((await read())?.lastUsedAt).not.toBe(first);
});

test('unknown, cut, mixed up, expired, revoked and those of a suspended organisation are refused alike', async () => {
  const { identity, prisma, clock } = shop;
  const refused = async (key: string) => (await refusalOf(identity.findApiKey(key))).reason;
  const { key, apiKey } = await create({ name: 'Expires', expiresInDays: 1 });
  const other = await create({ name: 'Other' });
  expect(await refused('mh_')).toBe('token_invalid');
  expect(await refused(key.slice(0, -1))).toBe('token_invalid');
  expect(await refused(`${other.apiKey.prefix}_${key.split('_')[2]}`)).toBe('token_invalid');
  expect(await refused(`mh_000000000000_${key.split('_')[2]}`)).toBe('token_invalid');
  clock.advance(86_400_000 + 1_000);
  expect(await refused(key)).toBe('token_invalid');
  const listed = (await identity.listApiKeys(owner, sellerId)).keys.find(({ id }) => id === apiKey.id);
  expect(listed?.state).toBe('expired');
  await identity.findApiKey(other.key);
  await prisma.seller.update({ where: { id: sellerId }, data: { status: 'suspended' } });
  expect(await refused(other.key)).toBe('token_invalid');
  await prisma.seller.update({ where: { id: sellerId }, data: { status: 'approved' } });
  await identity.revokeApiKey(owner, { sellerId, id: other.apiKey.id });
  await identity.revokeApiKey(owner, { sellerId, id: other.apiKey.id });
  expect(await refused(other.key)).toBe('token_invalid');
});

test('only an owner, lately confirmed, of this very organisation makes, sees and revokes them', async () => {
  const { identity, clock } = shop;
  const { apiKey } = await create({ name: 'Guarded' }, owner).catch(async () => {
    owner = await memberOf('owner@example.com', 'owner');
    return create({ name: 'Guarded' }, owner);
  });
  for (const role of ['manager', 'fulfilment'] as const) {
    const member = await memberOf(`${role}@example.com`, role);
    expect((await refusalOf(create({}, member))).reason).toBe('not_allowed');
    expect((await refusalOf(identity.listApiKeys(member, sellerId))).reason).toBe('not_allowed');
    expect((await refusalOf(identity.revokeApiKey(member, { sellerId, id: apiKey.id }))).reason).toBe('not_allowed');
  }
  expect((await refusalOf(create({ sellerId: newId() }))).reason).toBe('not_allowed');
  expect((await refusalOf(identity.revokeApiKey(owner, { sellerId, id: newId() }))).reason).toBe('api_key_not_found');
  clock.advance(16 * 60_000);
  expect((await refusalOf(create())).reason).toBe('step_up_required');
});

test('fifty usable ones at most, also when they are made at once', async () => {
  const { identity, prisma } = shop;
  await prisma.apiKey.deleteMany();
  await identity.confirmIdentity(owner, { password: goodPassword });
  const outcomes = await Promise.allSettled(Array.from({ length: 55 }, (_, index) => create({ name: `Key ${index}` })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ reason: 'too_many_api_keys', details: { maximum: 50 } });
});
