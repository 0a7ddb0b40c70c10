import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './shop-test.ts';

const portBase = Number(process.env.E2E_PORT_BASE ?? 4100);
const remotes = { home: 1, product: 2, cart: 3, checkout: 4, profile: 5 } as const;

for (const [name, offset] of Object.entries(remotes)) {
  test(`${name} alone shows every state of its components`, async ({ page, quietConsole }) => {
    // Some twenty states, each looked through.
    test.setTimeout(300_000);
    // States that show what happens when something is not there.
    quietConsole.allow(/the server responded with a status of 404/);
    const origin = `http://localhost:${portBase + offset}`;
    await page.goto(origin);
    const links = page.locator('a[href*="/states/"]');
    await expect(links.first()).toBeVisible();
    const states = [...new Set(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)))];
    for (const address of [origin, ...states]) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      await expect(page.locator('#__next')).not.toBeEmpty();
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      // A listing that is about to be replaced is shown faded.
      const { violations } = await new AxeBuilder({ page }).exclude('ul[aria-busy="true"]').analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    }
  });
}
