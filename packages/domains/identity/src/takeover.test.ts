import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInExternalInput } from './contract.ts';
import { goodPassword, openAccounts, otherPassword, refusalOf } from './testing/accounts.ts';

let shop: Awaited<ReturnType<typeof openAccounts>>;
beforeAll(async () => {
  shop = await openAccounts();
});
afterAll(() => shop.close());

const asGoogle = (subject: string, over: object = {}) =>
  signInExternalInput.parse({
    provider: 'google',
    subject,
    email: `${subject}@example.com`,
    emailVerified: true,
    name: 'G',
    ...over,
  });

test('who opens an account with an address of somebody else keeps no way in once its owner comes', async () => {
  const { identity } = shop;
  const squatter = await shop.person('victim@example.com');
  await identity.allowLink(squatter, 'google');
  const link = asGoogle('squatter', { sessionId: squatter.sessionId });
  expect(await identity.signInExternal(link)).toMatchObject({ kind: 'linked' });
  await shop.withSecondFactor(squatter);

  await identity.requestPasswordReset({ email: 'victim@example.com' });
  await identity.resetPassword({ token: await shop.mailedToken('reset_password'), password: otherPassword });
  const owner = await identity.signIn({ email: 'victim@example.com', password: otherPassword });
  expect(owner.user).toMatchObject({ id: squatter.userId, emailVerified: true });
  expect(await identity.findSession(squatter.sessionId)).toBeNull();
  const security = await identity.security({ userId: owner.user.id, sessionId: owner.sessionId });
  expect(security).toMatchObject({ secondFactor: { enabled: false }, linkedAccounts: [] });
  const back = await identity.signInExternal(asGoogle('squatter', { email: 'victim@example.com' }));
  expect(back).toEqual({ kind: 'refused', reason: 'link_first' });
});

test('a verified account keeps its second factor and linked accounts over a reset', async () => {
  const { identity } = shop;
  const ann = await shop.person('keeps@example.com');
  await identity.verifyEmail({ token: await shop.mailedToken('verify_email') });
  const factor = await shop.withSecondFactor(ann);
  await identity.requestPasswordReset({ email: ann.email });
  await identity.resetPassword({ token: await shop.mailedToken('reset_password'), password: otherPassword });
  const { reason, details } = await refusalOf(identity.signIn({ email: ann.email, password: otherPassword }));
  expect(reason).toBe('second_factor_required');
  const challenge = String(details.challenge);
  expect((await identity.signInSecondFactor({ challenge, code: factor.code() })).user.id).toBe(ann.userId);
});

test.each(['reset', 'change'] as const)(
  'a change of address that an intruder asked for dies with a new password (%s)',
  async (way) => {
    const { identity } = shop;
    const ann = await shop.person(`intruded-${way}@example.com`);
    await identity.requestEmailChange(ann, `intruder-${way}@example.com`);
    const theirs = await shop.mailedToken('change_email');
    if (way === 'change') await identity.changePassword(ann, { current: goodPassword, password: otherPassword });
    else {
      await identity.requestPasswordReset({ email: ann.email });
      await identity.resetPassword({ token: await shop.mailedToken('reset_password'), password: otherPassword });
    }
    expect((await refusalOf(identity.confirmEmailChange({ token: theirs }))).reason).toBe('link_invalid');
  },
);

test('after a change of address a reset that the old one was mailed is worth nothing', async () => {
  const { identity } = shop;
  const ann = await shop.person('leaves@example.com');
  await identity.requestPasswordReset({ email: ann.email });
  const old = await shop.mailedToken('reset_password');
  await identity.requestEmailChange(ann, 'arrives@example.com');
  await identity.confirmEmailChange({ token: await shop.mailedToken('change_email') });
  expect((await refusalOf(identity.resetPassword({ token: old, password: otherPassword }))).reason).toBe(
    'link_invalid',
  );
});
