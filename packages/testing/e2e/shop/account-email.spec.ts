import type { Page } from '@playwright/test';
import { expectArabic, expectUsable } from './page-checks.ts';
import { linkInMail, mailTo } from './people.ts';
import { expect, newEmail, test } from './shop-test.ts';

const password = 'correct horse battery staple';
const main = (page: Page) => page.getByRole('main');
const problem = (page: Page) => main(page).getByRole('alert').first();

async function register(page: Page, name: string): Promise<string> {
  const email = newEmail(name);
  const reply = await page.request.post('/api/trpc/identity.register', {
    data: { email, name: 'Ada Byron', password },
  });
  expect(reply.status()).toBe(200);
  return email;
}

async function enter(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
}

async function member(page: Page, name: string): Promise<string> {
  const email = await register(page, name);
  await enter(page, email, password);
  await expect(page).toHaveURL(/\/account$/);
  return email;
}

/** As a quarter of an hour after the sign-in: the first try wants a proof of who asks. */
async function askForProof(page: Page): Promise<void> {
  await page.route(
    '**/identity.requestEmailChange*',
    (route) => {
      const data = { code: 'FORBIDDEN', httpStatus: 403, reason: 'step_up_required', details: {} };
      return route.fulfill({ status: 403, json: [{ error: { message: 'Confirm', code: -32003, data } }] });
    },
    { times: 1 },
  );
}

async function askForChange(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByLabel('New e-mail address').fill(to);
  await page.getByRole('button', { name: 'Send a link there' }).click();
}

test('the e-mail address changes by a link to the new one; the old one is told, and opens nothing', async ({
  page,
  quietConsole,
}) => {
  test.slow();
  quietConsole.allow(/40[013]/);
  const before = await member(page, 'before');
  const after = newEmail('after');
  await page.goto('/account/security');

  await test.step('an address that is none is refused, a wrong password too', async () => {
    await askForChange(page, 'no address');
    await expect(page.getByText('Please enter an e-mail address, like ann@example.com.')).toBeVisible();
    await page.getByLabel('New e-mail address').fill(after);
    await askForProof(page);
    await page.getByRole('button', { name: 'Send a link there' }).click();
    const proof = page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByLabel('Password').fill('not my password at all');
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await expect(proof.getByRole('alert')).toContainText('That is not right');
    await expectUsable(page);
    await proof.getByLabel('Password').fill(password);
    await proof.getByRole('button', { name: 'Confirm' }).click();
    await expect(main(page).getByText(`We have sent a link to ${after}.`).first()).toBeVisible();
    await expectUsable(page);
  });

  await test.step('the link changes it, once', async () => {
    const link = await linkInMail(page, after, 'confirm your new e-mail address');
    await page.goto(link);
    await expectUsable(page);
    await main(page).getByRole('button', { name: 'Yes, change my address' }).click();
    await expect(page.getByRole('heading', { name: 'Your address was changed' })).toBeVisible();
    await page.goto(link);
    await main(page).getByRole('button', { name: 'Yes, change my address' }).click();
    await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
    await expectUsable(page);
  });

  await mailTo(page, before, 'Your e-mail address was changed');

  await test.step('only the new address opens the account', async () => {
    await page.context().clearCookies();
    await enter(page, before, password);
    await expect(problem(page)).toContainText('do not match');
    await enter(page, after, password);
    await expect(page).toHaveURL(/\/account$/);
    await page.goto('/account/security');
    await expect(main(page).getByText(after)).toBeVisible();
    await expect(main(page).getByText('Verified', { exact: true })).toBeVisible();
  });
});

test('an address that somebody else has is not told of, and not taken', async ({ page, quietConsole }) => {
  quietConsole.allow(/40[01]/);
  const taken = await register(page, 'taken');
  const own = await member(page, 'wanting');
  await page.goto('/account/security');
  await askForChange(page, taken);
  // The same words as for an address that nobody has.
  await expect(main(page).getByText(`We have sent a link to ${taken}.`).first()).toBeVisible();
  await page.goto(await linkInMail(page, taken, 'confirm your new e-mail address'));
  await main(page).getByRole('button', { name: 'Yes, change my address' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await page.goto('/account/security');
  await expect(main(page).getByText(own, { exact: true })).toBeVisible();
  await page.context().clearCookies();
  await enter(page, taken, password);
  await expect(page).toHaveURL(/\/account$/);
});

test('only the newest of two links works', async ({ page, quietConsole }) => {
  quietConsole.allow(/40[01]/);
  await member(page, 'twice');
  const [first, second] = [newEmail('first'), newEmail('second')];
  await page.goto('/account/security');
  await askForChange(page, first);
  await expect(main(page).getByText(`We have sent a link to ${first}.`).first()).toBeVisible();
  const older = await linkInMail(page, first, 'confirm your new e-mail address');
  await askForChange(page, second);
  await expect(main(page).getByText(`We have sent a link to ${second}.`).first()).toBeVisible();
  await page.goto(older);
  await main(page).getByRole('button', { name: 'Yes, change my address' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await page.goto(await linkInMail(page, second, 'confirm your new e-mail address'));
  await main(page).getByRole('button', { name: 'Yes, change my address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address was changed' })).toBeVisible();
});

test('the address changes in Arabic, from right to left', async ({ page }) => {
  await member(page, 'arabic');
  const after = newEmail('arabic-after');
  await page.goto('/ar/account/security');
  await expectArabic(page);
  await page.getByRole('button', { name: 'تغيير البريد' }).click();
  await page.getByLabel('البريد الإلكتروني الجديد').fill(after);
  await page.getByRole('button', { name: 'إرسال رابط إليه' }).click();
  await expect(main(page).getByText(after).first()).toBeVisible();
  await expectUsable(page);
  const link = new URL(await linkInMail(page, after, 'confirm your new e-mail address'));
  await page.goto(`/ar${link.pathname}${link.search}`);
  await expectArabic(page);
  await expectUsable(page);
  await main(page).getByRole('button', { name: 'نعم، تغيير بريدي' }).click();
  await expect(page.getByRole('heading', { name: 'تم تغيير بريدك' })).toBeVisible();
});

test('after too many guesses a person is told how long to wait, and nobody else is kept out', async ({
  page,
  browser,
  baseURL,
  quietConsole,
}) => {
  test.slow();
  quietConsole.allow(/401|429/);
  const owner = await browser.newContext({ baseURL: baseURL ?? '' });
  const device = await owner.newPage();
  const email = await member(device, 'guessed');
  const other = await register(page, 'bystander');

  await test.step('five guesses are wrong, the sixth has to wait', async () => {
    await enter(page, email, 'guess number one');
    await expect(problem(page)).toContainText('do not match');
    // Within the minute in which they count together, however slow the machine.
    const guesses = ['two', 'three', 'four', 'five'].map((guess) =>
      page.request.post('/api/trpc/identity.signIn', { data: { email, password: `guess number ${guess}` } }),
    );
    for (const guess of guesses) expect((await guess).status()).toBe(401);
    // The right password does not get through either: the answer would tell that it is right.
    await page.getByLabel('Password', { exact: true }).fill(password);
    await main(page).getByRole('button', { name: 'Sign in' }).click();
    await expect(problem(page)).toHaveText('Too many attempts. Please try again in a minute.');
    await expectUsable(page);
    const reply = await page.request.post('/api/trpc/identity.signIn', { data: { email, password } });
    expect(reply.status()).toBe(429);
    const seconds = Number(reply.headers()['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  await test.step('in Arabic too', async () => {
    await page.goto('/ar/sign-in');
    await expectArabic(page);
    await page.getByLabel('البريد الإلكتروني').fill(email);
    await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
    await main(page).getByRole('button', { name: 'تسجيل الدخول' }).click();
    await expect(problem(page)).toHaveText('محاولات كثيرة. يرجى المحاولة بعد دقيقة.');
    await expectUsable(page);
  });

  await test.step('somebody else gets in from the same place', async () => {
    await enter(page, other, password);
    await expect(page).toHaveURL(/\/account$/);
  });

  await test.step('the owner gets in on their own device', async () => {
    await device.goto('/account/security');
    await device.request.get('/api/auth/csrf');
    const kept = (await owner.cookies()).filter(({ name }) => !name.includes('session-token'));
    await owner.clearCookies();
    await owner.addCookies(kept);
    await device.goto('/account');
    await expect(device).toHaveURL(/\/sign-in/);
    await enter(device, email, password);
    await expect(device).toHaveURL(/\/account$/);
  });
  await owner.close();
});
