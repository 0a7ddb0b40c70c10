import { type Browser, expect, type Page, test } from '@playwright/test';
import { change, openAdministration, openDashboard, unique } from './dashboard.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';
import { apiOrigin, sellerOrigin, signInSeller } from './people.ts';

const at = (path: string) => `${sellerOrigin}${path}`;
const password = 'glacier-otter-biplane-42';

const newEmail = () => `${unique('person').replace(/\s/g, '-')}@example.test`;

/** The link of the newest mail to an address. */
async function linkInMail(page: Page, email: string, label: string): Promise<string> {
  const mailbox = await page.context().newPage();
  let link = '';
  await expect(async () => {
    await mailbox.goto(`${apiOrigin}/mailbox?to=${encodeURIComponent(email)}`);
    await mailbox
      .getByRole('link', { name: /invites you/ })
      .first()
      .click({ timeout: 2_000 });
    const frame = mailbox.frames().find((candidate) => candidate !== mailbox.mainFrame());
    const where = frame ?? mailbox.mainFrame();
    link = (await where.getByRole('link', { name: label }).first().getAttribute('href', { timeout: 2_000 })) ?? '';
    expect(link).toContain('/invitation?token=');
  }).toPass({ timeout: 30_000 });
  await mailbox.close();
  return link;
}

/** Invites from the open team page and joins with a new account in a browser of their own. */
async function joinAsNew(owner: Page, browser: Browser, role: string, name: string) {
  const email = newEmail();
  await owner.goto(at('/team'));
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByText(role, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog).toBeHidden();
  const link = await linkInMail(owner, email, 'See the invitation');
  const viewport = owner.viewportSize();
  const context = await browser.newContext(viewport ? { viewport } : {});
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Make an account and join' }).click();
  await expect(page).toHaveURL(at('/'), { timeout: 20_000 });
  return { page, email, link, close: () => context.close() };
}

test('a team: invited, joined with a new account, another role, removed', async ({ page, browser }) => {
  test.slow();
  await openDashboard(page);
  const name = unique('Pia');

  await test.step('an address that is none, and one that is in the team already', async () => {
    await page.goto(at('/team'));
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('E-mail address').fill('nobody');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(dialog.getByText('This is not an e-mail address.')).toBeVisible();
    await dialog.getByLabel('E-mail address').fill('mabel@mallhive.test');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(dialog.getByRole('alert')).toContainText('in your team already');
    await expectAccessible(page);
  });

  const joined = await joinAsNew(page, browser, 'Fulfilment', name);
  await test.step('the new member sees what their role includes, and no more', async () => {
    await joined.page.goto(at('/api-keys'));
    await expect(joined.page.getByRole('heading', { name: 'This is not yours to see' })).toBeVisible();
    await joined.page.goto(at('/team'));
    await expect(joined.page.getByText(name)).toBeVisible();
    await expect(joined.page.getByRole('button', { name: 'Invite somebody' })).toHaveCount(0);
    await expect(joined.page.getByText('fern@mallhive.test')).toHaveCount(0);
  });
  await test.step('the link has done its work', async () => {
    await joined.page.goto(joined.link);
    await expect(joined.page.getByRole('heading', { name: 'This invitation was accepted already' })).toBeVisible();
  });
  await test.step('the owner gives another role, which counts with the next click', async () => {
    await page.goto(at('/team'));
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel(`Role of ${name}`).selectOption('manager');
    await expect(page.getByText(`${name} is manager now.`)).toBeVisible();
    await joined.page.goto(at('/products'));
    await expect(joined.page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible();
  });
  await test.step('the last owner cannot become something else', async () => {
    await page.getByLabel('Role of Fern Whitlock').selectOption('manager');
    await expect(page.getByRole('alert').first()).toContainText('A shop needs an owner');
  });
  await test.step('removed: the next click is refused', async () => {
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByText(`${name} is not in the team any more.`)).toBeVisible();
    await joined.page.goto(at('/orders'));
    await expect(joined.page.getByRole('heading', { name: 'You do not sell here yet' })).toBeVisible();
  });
  await joined.close();
});

test('an invitation for somebody else, withdrawn, and one that never was', async ({ page, browser }) => {
  test.slow();
  const sellerId = await openDashboard(page);
  const email = newEmail();
  await change(page.request, 'identity.inviteMember', { sellerId, email, role: 'manager' });
  const link = await linkInMail(page, email, 'See the invitation');
  await page.goto(link);
  await expect(page.getByText(`the invitation is for ${email}`)).toBeVisible();

  await page.goto(at('/team'));
  await page.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('The invitation is revoked.')).toBeVisible();

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible();
  await other.goto(at('/invitation?token=nothing-that-was-ever-given-to-anybody'));
  await expect(other.getByRole('heading', { name: 'This link does not lead to an invitation' })).toBeVisible();
  await expectAccessible(other);
  await stranger.close();
});

test('an application: filled in, rejected with a reason, put right, approved, suspended', async ({ page, browser }) => {
  test.slow();
  await openDashboard(page);
  // Somebody whose address is verified and who may leave the team again.
  const applicant = await joinAsNew(page, browser, 'Fulfilment', 'Ida Applicant');
  const shop = unique('Loom');
  const seller = applicant.page;

  await test.step('every step says what is missing, and a taken address is refused', async () => {
    await seller.goto(at('/apply'));
    await seller.getByRole('button', { name: 'Next' }).click();
    await expect(seller.getByText('Please fill this in.').first()).toBeVisible();
    await expect(seller.getByLabel('Name of your shop')).toBeFocused();
    await seller.getByLabel('Name of your shop').fill(shop);
    await seller.getByLabel('Address of your shop page').fill('fern-and-kiln');
    await expect(seller.getByText('Another shop has this address already.')).toBeVisible();
    await expectAccessible(seller);
    await expectNoSidewaysScroll(seller);
    await seller.getByLabel('Address of your shop page').fill(shop.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
    await expect(seller.getByText('This address is free.')).toBeVisible();
    await seller.getByRole('button', { name: 'Next' }).click();
    await seller.getByLabel('Legal name').fill('Loom and Daughter Ltd');
    await seller.getByLabel('E-mail for us').fill('nothing');
    await seller.getByRole('button', { name: 'Next' }).click();
    await expect(seller.getByText('This is not an e-mail address.')).toBeVisible();
    await seller.getByLabel('E-mail for us').fill('ida@example.test');
    await seller.getByRole('button', { name: 'Next' }).click();
    await seller.getByRole('button', { name: 'Send the application' }).click();
    await expect(seller.getByText('Please accept the terms to go on.')).toBeVisible();
    await seller.getByLabel(/I accept the terms/).check();
    await seller.getByRole('button', { name: 'Send the application' }).click();
    await expect(seller.getByRole('heading', { name: 'Thank you, we have it' })).toBeVisible();
    await seller.getByRole('button', { name: 'To the dashboard' }).click();
    await expect(seller.getByText('Waiting for approval')).toBeVisible();
  });

  const admins = await browser.newContext({ viewport: page.viewportSize() ?? { width: 1280, height: 900 } });
  const admin = await admins.newPage();
  await openAdministration(admin);
  const review = async () => {
    await admin.goto(at(`/admin/sellers?q=${encodeURIComponent(shop)}`));
    await admin
      .getByRole('button', { name: `Look at it: ${shop}` })
      .locator('visible=true')
      .click();
    return admin.getByRole('dialog', { name: shop });
  };
  await test.step('rejecting wants a reason', async () => {
    const drawer = await review();
    await expect(drawer.getByText('Loom and Daughter Ltd')).toBeVisible();
    await drawer.getByRole('button', { name: 'Reject' }).click();
    await expect(drawer.getByText('Please say why: the seller is told.')).toBeVisible();
    await expectAccessible(admin);
    await drawer.getByLabel('Why? The seller reads this.').fill('We miss your phone number.');
    await drawer.getByRole('button', { name: 'Reject' }).click();
    await expect(drawer).toBeHidden();
  });
  await test.step('the seller reads it, puts it right and applies again', async () => {
    await seller.reload();
    await expect(seller.getByText('We miss your phone number.')).toBeVisible();
    await seller.getByLabel('Phone').fill('+44 20 7946 0000');
    await seller.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(seller.getByText('Saved.', { exact: true })).toBeVisible();
    await seller.getByRole('button', { name: 'Apply again' }).click();
    await expect(seller.getByText('Waiting for approval')).toBeVisible();
    await expectAccessible(seller);
  });
  await test.step('approved, and of two administrators the second is told', async () => {
    const drawer = await review();
    const other = await admins.newPage();
    await other.goto(at(`/admin/sellers?q=${encodeURIComponent(shop)}`));
    await other
      .getByRole('button', { name: `Look at it: ${shop}` })
      .locator('visible=true')
      .click();
    const otherDrawer = other.getByRole('dialog', { name: shop });
    await expect(otherDrawer.getByRole('button', { name: 'Approve' })).toBeVisible();
    await drawer.getByRole('button', { name: 'Approve' }).click();
    await expect(drawer).toBeHidden();
    await otherDrawer.getByRole('button', { name: 'Approve' }).click();
    await expect(otherDrawer.getByRole('alert')).toContainText('in another state by now');
    await other.close();
    await seller.reload();
    await expect(seller.getByText('Approved', { exact: true })).toBeVisible();
  });
  await test.step('suspended: can be read, not changed', async () => {
    const drawer = await review();
    await drawer.getByLabel('Why? The seller reads this.').fill('Complaints about parcels.');
    await drawer.getByRole('button', { name: 'Suspend' }).click();
    await expect(drawer).toBeHidden();
    await seller.reload();
    await expect(seller.getByText('Complaints about parcels.')).toBeVisible();
    await expect(seller.getByLabel('Name of your shop')).toBeDisabled();
    await expect(seller.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  });
  await test.step('the log has all of it, for the owner and for administrators', async () => {
    await seller.goto(at('/activity'));
    for (const said of [
      'Applied to sell',
      'Rejected the application',
      'Applied again',
      'Approved the shop',
      'Suspended the shop',
    ])
      await expect(seller.getByText(said, { exact: true })).toBeVisible();
    await seller.getByText('Details').first().click();
    await expect(seller.getByRole('cell', { name: 'suspended' })).toBeVisible();
    await expectAccessible(seller);
    await expectNoSidewaysScroll(seller);
    await admin.goto(at('/admin/audit'));
    await expect(admin.getByText(shop).first()).toBeVisible();
    await admin.getByLabel('Id of the thing').fill(crypto.randomUUID());
    await expect(admin.getByText('Nothing matches these filters.')).toBeVisible();
    await expectAccessible(admin);
  });
  await admins.close();
  await applicant.close();
});

test('API keys: made with a name and rights, shown once, revoked', async ({ page }) => {
  test.slow();
  await signInSeller(page, 'harbour-row');
  await page.goto(at('/api-keys'));
  const name = unique('Warehouse');
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New key' });
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByText('Please give it a name.')).toBeVisible();
  await expect(dialog.getByText('Tick at least one right.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Read products').check();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const made = page.getByRole('dialog', { name: 'Your new key' });
  const key = (await made.locator('code').textContent()) ?? '';
  expect(key).toMatch(/^mh_/);
  await made.getByRole('button', { name: 'I have copied it' }).click();
  await page.reload();
  await expect(page.getByText(name).locator('visible=true')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await page
    .getByRole('button', { name: `Revoke ${name}` })
    .locator('visible=true')
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByText('The key is revoked.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('pages that cannot be loaded say so and try again; administrators’ pages do not exist for others', async ({
  page,
}) => {
  test.slow();
  await openDashboard(page);
  for (const [path, procedure] of [
    ['/team', 'identity.team'],
    ['/organisation', 'identity.organisation'],
    ['/api-keys', 'identity.apiKeys'],
    ['/activity', 'identity.auditLog'],
  ] as const) {
    await page.route(`**/api/trpc/**${procedure}**`, (route) => route.abort());
    await page.goto(at(path));
    await expect(page.getByText('We could not load this')).toBeVisible({ timeout: 20_000 });
    await page.unroute(`**/api/trpc/**${procedure}**`);
    await page.getByRole('button', { name: /again/i }).click();
    await expect(page.getByText('We could not load this')).toHaveCount(0);
  }
  for (const path of ['/admin/sellers', '/admin/audit']) {
    const response = await page.goto(at(path));
    expect(response?.status()).toBe(404);
  }
});
