import { readFile } from 'node:fs/promises';
import { edition } from '@mallhive/federation/testing';
import { expect, expectAlive, heading, test } from './federation-test.ts';

const names = ['ann', 'bob', 'cat', 'dan'];

/** Asks for pages all the time; every answer that is not a good page is kept. */
function load(origin: string) {
  const bad: string[] = [];
  let asked = 0;
  let stopped = false;
  const worker = async (number: number) => {
    while (!stopped) {
      const path = `${asked % 3 === 0 ? '/fresh/' : '/hello/'}${names[(asked + number) % names.length]}`;
      asked++;
      const answer = await fetch(origin + path).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        (error) => ({ status: 0, text: String(error) }),
      );
      const editions = new Set([...answer.text.matchAll(/edition-\d{3}/g)].map(([text]) => text));
      if (answer.status !== 200 || editions.size !== 1) bad.push(`${path} ${answer.status} ${[...editions]}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const workers = Promise.all([1, 2, 3, 4].map(worker));
  return {
    async stop() {
      stopped = true;
      await workers;
      return { bad, asked };
    },
  };
}

test('a new release shows within 10 s under load: no restart, no failed request, no hydration error', async ({
  composed: { remote, shell },
  page,
  complaints,
}) => {
  await page.goto(`${shell.origin}/hello/ann`);
  await expectAlive(page);
  const running = load(shell.origin);
  remote.deploy(await edition(2));
  const deployed = Date.now();
  await expect(async () => {
    expect(await (await fetch(`${shell.origin}/hello/zoe`)).text()).toContain('edition-002');
  }).toPass({ timeout: 10_000, intervals: [100] });
  const seenAfter = Date.now() - deployed;

  // A page that was open before goes to another one: it loads the new release, not a mixture.
  await page.getByRole('link', { name: 'Eve' }).click();
  await expect(heading(page)).toHaveText('Hello eve, edition-002 edition');
  await expect(page.locator('#data')).toHaveText('Data of the edition-002 edition');
  await expectAlive(page);
  await page.waitForTimeout(1_000);
  const { bad, asked } = await running.stop();
  test.info().annotations.push({ type: 'figures', description: `seen after ${seenAfter} ms, ${asked} requests` });
  expect(bad).toEqual([]);
  expect(asked).toBeGreaterThan(100);
  expect(complaints).toEqual([]);
});

test('pages of the release before keep working', async ({ composed: { remote, shell }, page, complaints }) => {
  const before = await (await fetch(`${shell.origin}/hello/ann`)).text();
  remote.deploy(await edition(2));
  await expect(async () => {
    expect(await (await fetch(`${shell.origin}/hello/ann`)).text()).toContain('edition-002');
  }).toPass({ timeout: 10_000 });
  await page.route(`${shell.origin}/hello/ann`, (route) => route.fulfill({ body: before, contentType: 'text/html' }));
  await page.goto(`${shell.origin}/hello/ann`);
  await expect(heading(page)).toHaveText('Hello ann, edition-001 edition');
  await expectAlive(page);
  expect(complaints).toEqual([]);
});

test('memory settles after 20 releases', async ({ composed: { remote, shell } }) => {
  test.setTimeout(180_000);
  const running = load(shell.origin);
  const resident: number[] = [];
  for (let number = 2; number <= 21; number++) {
    remote.deploy(await edition(number));
    const text = `edition-${String(number).padStart(3, '0')}`;
    await expect(async () => {
      expect(await (await fetch(`${shell.origin}/hello/ann`)).text()).toContain(text);
    }).toPass({ timeout: 10_000, intervals: [100] });
    const status = await readFile(`/proc/${shell.pid}/status`, 'utf8');
    resident.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }
  const { bad, asked } = await running.stop();
  const rounded = resident.map((size) => Math.round(size));
  test
    .info()
    .annotations.push({ type: 'figures', description: `${asked} requests, MB resident: ${rounded.join(' ')}` });
  console.log(`resident MB after each release: ${rounded.join(' ')}`);
  expect(bad).toEqual([]);
  const average = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  expect(average(resident.slice(-5))).toBeLessThan(average(resident.slice(5, 10)) * 1.3);
});
