import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());
const emailOf = async (sessionId: string) => (await shop.identity.findSession(sessionId))?.email;

test('links that are not ours, of another kind, cut or over do not work, and all alike', async () => {
  const { identity, mailedToken, clock } = shop;
  await shop.person('links@example.com');
  const token = await mailedToken('verify_email');
  const [id, proof] = token.split('.');
  const wrong = [
    'x',
    `${id}.`,
    `${id}.${proof?.slice(1)}`,
    `01930000-0000-7000-8000-000000000001.${proof}`,
    `.${proof}`,
  ];
  for (const bad of wrong) expect((await refusalOf(identity.verifyEmail({ token: bad }))).reason).toBe('link_invalid');
  expect((await refusalOf(identity.resetPassword({ token, password: otherPassword }))).reason).toBe('link_invalid');
  expect((await refusalOf(identity.confirmEmailChange({ token }))).reason).toBe('link_invalid');
  clock.advance(72 * 3_600_000 + 1);
  expect((await refusalOf(identity.verifyEmail({ token }))).reason).toBe('link_invalid');
});

test('an address is verified by the link of the mail; asking again makes the earlier link worthless', async () => {
  const { identity, mailedToken, clock } = shop;
  const ann = await shop.person('verify@example.com');
  expect((await identity.findSession(ann.sessionId))?.emailVerified).toBe(false);
  const first = await mailedToken('verify_email');
  clock.advance(1_000);
  await identity.resendVerification(ann.userId);
  const second = await mailedToken('verify_email');
  expect(second).not.toBe(first);
  expect((await refusalOf(identity.verifyEmail({ token: first }))).reason).toBe('link_invalid');
  await identity.verifyEmail({ token: second });
  expect((await identity.findSession(ann.sessionId))?.emailVerified).toBe(true);
  expect(await shop.events('email.verified')).toEqual([{ userId: ann.userId }]);

  // Mail programs and people click twice.
  await identity.verifyEmail({ token: second });
  expect(await shop.events('email.verified')).toHaveLength(1);
  const links = await shop.prisma.oneTimeLink.count();
  await identity.resendVerification(ann.userId);
  expect(await shop.prisma.oneTimeLink.count()).toBe(links);
});

test('two clicks at once verify once', async () => {
  const ann = await shop.person('twice@example.com');
  const token = await shop.mailedToken('verify_email');
  await Promise.all(Array.from({ length: 6 }, () => shop.identity.verifyEmail({ token })));
  const mine = (await shop.events('email.verified')).filter(
    (data) => (data as { userId: string }).userId === ann.userId,
  );
  expect(mine).toHaveLength(1);
});

test('no event, link or row of a link holds what opens it', async () => {
  await shop.person('secret@example.com');
  const token = await shop.mailedToken('verify_email');
  const proof = token.split('.')[1] ?? '';
  expect(proof.length).toBeGreaterThan(40);
  const everything = JSON.stringify([
    await shop.prisma.identityOutbox.findMany(),
    await shop.prisma.oneTimeLink.findMany(),
  ]);
  expect(everything).not.toContain(proof);
});

test('a change of address is confirmed at the new one and told to the old one; the sessions stay', async () => {
  const { identity } = shop;
  const ann = await shop.person('old@example.com');
  await identity.requestEmailChange(ann, 'new@example.com');
  expect((await identity.security(ann)).pendingEmail).toBe('new@example.com');
  expect(await emailOf(ann.sessionId)).toBe('old@example.com');
  const token = await shop.mailedToken('change_email');
  const [request] = (await shop.events('link.requested')).slice(-1) as [{ linkId: string }];
  expect(await identity.linkContact(request.linkId)).toMatchObject({ email: 'new@example.com', used: false });

  await identity.confirmEmailChange({ token });
  expect(await identity.findSession(ann.sessionId)).toMatchObject({ email: 'new@example.com', emailVerified: true });
  expect(await shop.events('email.changed')).toEqual([{ userId: ann.userId, linkId: request.linkId }]);
  expect(await identity.linkContact(request.linkId)).toMatchObject({ email: 'old@example.com', used: true });
  expect((await refusalOf(identity.confirmEmailChange({ token }))).reason).toBe('link_invalid');
  expect((await refusalOf(identity.signIn({ email: 'old@example.com', password: goodPassword }))).reason).toBe(
    'invalid_credentials',
  );
  expect((await identity.signIn({ email: 'new@example.com', password: goodPassword })).user.id).toBe(ann.userId);
});

test('an address that has an account cannot be taken, and asking does not tell', async () => {
  const { identity } = shop;
  const ann = await shop.person('taker@example.com');
  const bob = await shop.person('taken@example.com');
  expect(await identity.requestEmailChange(ann, 'taken@example.com')).toEqual({ ok: true });
  const token = await shop.mailedToken('change_email');
  expect((await refusalOf(identity.confirmEmailChange({ token }))).reason).toBe('link_invalid');
  expect(await emailOf(ann.sessionId)).toBe('taker@example.com');
  expect(await emailOf(bob.sessionId)).toBe('taken@example.com');
});

test('two who change to one address at once: one gets it', async () => {
  const { identity } = shop;
  const people = [await shop.person('race-a@example.com'), await shop.person('race-b@example.com')];
  const tokens: string[] = [];
  for (const person of people) {
    shop.clock.advance(1_000);
    await identity.requestEmailChange(person, 'race@example.com');
    tokens.push(await shop.mailedToken('change_email'));
  }
  const outcomes = await Promise.allSettled(tokens.map((token) => identity.confirmEmailChange({ token })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
