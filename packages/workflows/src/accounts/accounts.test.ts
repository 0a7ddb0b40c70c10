import { createMailbox, type Mailbox } from '@mallhive/adapter-mailbox';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { testMasterKey } from '@mallhive/identity/testing';
import { createNotifications } from '@mallhive/notifications';
import { silentLogger } from '@mallhive/observability';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkflowDependencies } from '../dependencies.ts';
import type { Handler } from '../orders/step.ts';
import { twice } from '../orders/testing/shop.ts';
import { handleLink } from './mail-link.ts';
import { handleEmailChange } from './notice-old-address.ts';
import { handleRepeatedRegistration } from './tell-of-repeated-registration.ts';
import { handleSecurityChange } from './tell-of-security-change.ts';
import { handleVerified } from './welcome-user.ts';

const handlers: Record<string, Handler> = {
  'identity/link.requested': handleLink,
  'identity/email.verified': handleVerified,
  'identity/registration.repeated': handleRepeatedRegistration,
  'identity/email.changed': handleEmailChange,
  'identity/security.changed': handleSecurityChange,
};
const password = 'quiet otters paint fences';
const shellUrl = 'https://shop.test';
let test_: TestDatabase;
let identity: ReturnType<typeof createIdentity>;
let dependencies: WorkflowDependencies;
let mailbox: Mailbox;

beforeAll(async () => {
  test_ = await createTestDatabase();
  const { db } = test_;
  mailbox = createMailbox({ query: async (text, values) => (await db.pool.query(text, [...values])).rows });
  identity = createIdentity({ db, master: testMasterKey() });
  const notifications = createNotifications({
    db,
    mail: mailbox.channel,
    shellUrl,
    links: async (id) => {
      const link = await identity.linkToken(id);
      return link && `${shellUrl}/${link.kind}?token=${link.token}`;
    },
  });
  const web = { shellUrl, sellerUrl: 'https://seller.test', internalSecret: '' };
  dependencies = { identity, notifications, logger: silentLogger, web } as unknown as WorkflowDependencies;
});
afterAll(() => test_.close());

/** Hands on what is new in the outbox, every event and every step twice; answers the templates of all mails so far. */
async function settle(): Promise<string[]> {
  const { prisma } = test_.db;
  const events = await prisma.identityOutbox.findMany({ where: { publishedAt: null }, orderBy: { id: 'asc' } });
  for (const { id, name, data, occurredAt } of events) {
    const handler = handlers[name];
    for (let round = 0; handler && round < 2; round += 1) {
      await handler(dependencies, { id, data, ts: occurredAt.getTime() }, twice);
    }
    await prisma.identityOutbox.update({ where: { id }, data: { publishedAt: new Date() } });
  }
  return (await mailbox.list(100)).map(({ template }) => template).reverse();
}

/** The newest mail to an address. */
async function mailTo(email: string) {
  const [entry] = await mailbox.list(1, email);
  const mail = entry && (await mailbox.find(entry.id));
  if (!mail) throw new Error(`No mail to ${email}`);
  return mail;
}
const tokenIn = (text: string) => /token=([\w.-]+)/.exec(text)?.[1] ?? '';

test('a registration mails a link that works and is stored nowhere but in the mail; verifying it welcomes', async () => {
  await identity.register({ email: 'ann@example.com', name: 'Ann', password });
  expect(await settle()).toEqual(['verify-email']);
  const mail = await mailTo('ann@example.com');
  const token = tokenIn(mail.text);
  expect(tokenIn(mail.html)).toBe(token);
  const stored = JSON.stringify([
    await test_.db.prisma.message.findMany(),
    await test_.db.prisma.identityOutbox.findMany(),
    await test_.db.prisma.oneTimeLink.findMany(),
  ]);
  expect(stored).not.toContain(token.split('.')[1]);

  await identity.verifyEmail({ token });
  expect(await settle()).toEqual(['verify-email', 'welcome']);
});

test('mails about an account are in its language, from right to left where that is read so', async () => {
  await identity.register({ email: 'amal@example.com', name: 'Amal', password, locale: 'ar' });
  await settle();
  const mail = await mailTo('amal@example.com');
  expect(mail.subject).toBe('يرجى تأكيد عنوان بريدك الإلكتروني');
  expect(mail.html).toContain('<html dir="rtl" lang="ar">');
  const { user } = await identity.signIn({ email: 'amal@example.com', password });
  expect(await identity.setLanguage(user.id, 'de')).toEqual(await identity.language(user.id));
  await identity.verifyEmail({ token: tokenIn(mail.text) });
  await settle();
  const welcome = await mailTo('amal@example.com');
  expect(welcome.subject).toBe('Willkommen bei MallHive');
  expect(welcome.text).toContain('https://shop.test/de');
});

test('who has an account is told that somebody registered again; nobody gets a mail for an account that is not there', async () => {
  await identity.register({ email: 'ann@example.com', name: 'Mallory', password });
  await identity.register({ email: 'ann@example.com', name: 'Mallory', password });
  await identity.requestPasswordReset({ email: 'nobody@example.com' });
  expect((await settle()).slice(-2)).toEqual(['welcome', 'registration-repeated']);
});

test('a link that was used before its mail went out is not mailed', async () => {
  await identity.register({ email: 'quick@example.com', name: 'Quick', password });
  const link = await test_.db.prisma.oneTimeLink.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const queued = await dependencies.notifications.queue([
    {
      key: 'stale',
      template: 'verify-email',
      to: { email: 'quick@example.com', userId: null },
      data: { name: 'Quick', url: `https://link.invalid/${link.id}` },
    },
  ]);
  await identity.verifyEmail({ token: (await identity.linkToken(link.id))?.token ?? '' });
  expect(await dependencies.notifications.deliver(queued[0] ?? '')).toBe('failed');
  await settle();
});

test('a change of address asks the new one and tells the old one; a new password is told', async () => {
  const { user, sessionId } = await identity.signIn({ email: 'ann@example.com', password });
  const caller = { userId: user.id, sessionId };
  await identity.requestEmailChange(caller, 'anna@example.com');
  await settle();
  await identity.confirmEmailChange({ token: tokenIn((await mailTo('anna@example.com')).text) });
  await identity.changePassword(caller, { current: password, password: 'brisk walnut harbour 12' });
  await settle();
  expect((await mailTo('ann@example.com')).subject).toBe('Your e-mail address was changed');
  const last = await mailTo('anna@example.com');
  expect(last.subject).toBe('Something changed about how you sign in');
  expect(last.text).toContain('Your password was changed.');
});
