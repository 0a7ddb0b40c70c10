import { startFixtureRemote } from '@mallhive/federation/testing';
import { expect, expectAlive, heading, test } from './federation-test.ts';

test('a remote runs alone, with pages of its own', async ({ built, page, complaints }) => {
  expect(built).toBeUndefined();
  const remote = await startFixtureRemote();
  try {
    await page.goto(remote.origin);
    await expect(heading(page)).toHaveText(/Hello alone/);
    await expect(page.getByText('badge for alone')).toBeVisible();
    await expectAlive(page);
    expect(complaints).toEqual([]);
  } finally {
    await remote.stop();
  }
});
