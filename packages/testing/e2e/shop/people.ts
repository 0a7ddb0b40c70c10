import { demoAccounts } from '@mallhive/seed';
import { type APIRequestContext, expect, type Page } from '@playwright/test';

const portBase = Number(process.env.E2E_PORT_BASE ?? 4100);
export const sellerOrigin = `http://localhost:${portBase + 6}`;
export const apiOrigin = `http://127.0.0.1:${portBase + 7}`;

/** Opens the mailbox in the API and reads the message to `email` that names `text`. */
export async function mailTo(page: Page, email: string, text: string): Promise<void> {
  const mailbox = await page.context().newPage();
  await expect(async () => {
    await mailbox.goto(`${apiOrigin}/mailbox?to=${encodeURIComponent(email)}`);
    await mailbox
      .getByRole('link', { name: new RegExp(text) })
      .first()
      .click({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await expect(mailbox.locator('body')).toContainText(email);
  await mailbox.close();
}

/** The link that a message to `email` whose subject has `subject` leads with. */
export async function linkInMail(page: Page, email: string, subject: string): Promise<string> {
  const mailbox = await page.context().newPage();
  await expect(async () => {
    await mailbox.goto(`${apiOrigin}/mailbox?to=${encodeURIComponent(email)}`);
    await mailbox
      .getByRole('link', { name: new RegExp(subject) })
      .first()
      .click({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  const link = /https?:\/\/\S+token=\S+/.exec((await mailbox.locator('pre').textContent()) ?? '')?.[0];
  await mailbox.close();
  if (!link) throw new Error(`The message “${subject}” has no link`);
  return link;
}

/** The demo account that may act for a seller. */
export function accountOf(sellerSlug: string): { email: string; password: string } {
  const account = demoAccounts.find((candidate) => candidate.sellerSlug === sellerSlug);
  if (!account) throw new Error(`No demo account acts for ${sellerSlug}`);
  return account;
}

export async function signInSeller(page: Page, sellerSlug: string): Promise<void> {
  const { email, password } = accountOf(sellerSlug);
  await page.goto(`${sellerOrigin}/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** A call of a seller's procedure with the cookies of a page that is signed in there. */
export async function sellerMutation(request: APIRequestContext, procedure: string, input: unknown): Promise<void> {
  const response = await request.post(`${sellerOrigin}/api/trpc/${procedure}`, {
    data: input,
    headers: { origin: sellerOrigin },
  });
  expect(response.status(), await response.text()).toBe(200);
}

/** A read of a seller's procedure with the cookies of a page that is signed in there. */
export async function sellerQuery<Output>(
  request: APIRequestContext,
  procedure: string,
  input: unknown,
): Promise<Output> {
  const response = await request.get(
    `${sellerOrigin}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
  expect(response.status(), await response.text()).toBe(200);
  return ((await response.json()) as { result: { data: Output } }).result.data;
}
