import { expect, expectAlive, heading, test } from './federation-test.ts';

test('a page is composed on the server, hydrated without a complaint, and links just what it uses', async ({
  composed: { shell },
  page,
  complaints,
}) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) failed.push(response.url());
  });
  const html = await (await page.request.get(`${shell.origin}/hello/ann`)).text();
  expect(html).toContain('edition-001');
  expect(html).toContain('badge for <!-- -->header');
  const links = [...html.matchAll(/<link rel="(late|preload|stylesheet)"[^>]*href="(\/_mf\/[^"]+)"/g)].map(
    ([, , href]) => href,
  );
  expect(links.map((href) => href?.replace(/^\/_mf\/(?!runtime\/).*\/|[.-]?[0-9a-f]{16}/g, ''))).toEqual([
    'remoteEntry.js',
    '__federation_expose_GreetPage.js',
    '__federation_expose_Badge.js',
    // What all of them share, once a page.
    '/_mf/runtime/.js',
    'greet.css',
  ]);

  await page.goto(`${shell.origin}/hello/ann`);
  await expectAlive(page);
  await expect(page.locator('[data-live="true"]')).toHaveCount(2);

  await page.getByRole('link', { name: 'Bob' }).click();
  await expect(heading(page)).toHaveText(/Hello bob/);
  await page.getByRole('link', { name: 'Eve' }).click();
  await expect(heading(page)).toHaveText(/Hello eve/);
  expect(failed).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a remote's classes reach its own elements alone", async ({ composed: { shell }, page }) => {
  await page.goto(`${shell.origin}/hello/ann`);
  await page.evaluate(() => {
    const outside = document.createElement('span');
    outside.id = 'outside';
    outside.className = 'rounded-full';
    const inside = document.createElement('div');
    inside.dataset.mf = 'other';
    inside.innerHTML = '<span id="inside" class="rounded-full"></span>';
    document.body.append(outside);
    document.querySelector('main')?.append(inside);
  });
  const radius = (selector: string) =>
    page.locator(selector).evaluate((element) => Number.parseFloat(getComputedStyle(element).borderRadius));
  expect(await radius('main span.rounded-full[data-live]')).toBeGreaterThan(100);
  expect(await radius('#outside')).toBe(0);
  expect(await radius('#inside')).toBe(0);
});

test('what a loader says about an address becomes the answer', async ({ composed: { shell }, page }) => {
  expect((await page.request.get(`${shell.origin}/hello/stranger`)).status()).toBe(404);
  expect((await page.request.get(`${shell.origin}/hello/ann`)).status()).toBe(200);
});

test('server bundles are not for the public', async ({ composed: { shell, remote }, page }) => {
  const manifest = await (await page.request.get(`${remote.origin}/mallhive-manifest.json`)).json();
  const { name, version, server } = manifest;
  expect((await page.request.get(`${shell.origin}/_mf/${name}/${version}/server/${server.entry}`)).status()).toBe(404);
  expect((await page.request.get(`${shell.origin}/_next/static/ssr/remoteEntry.js`)).status()).toBe(404);
});
