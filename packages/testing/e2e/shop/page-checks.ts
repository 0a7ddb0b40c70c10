import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * The page's layout fits its screen: nothing scrolls sideways. Measured against the screen that the test asked for,
 * since a phone's browser makes `innerWidth` as wide as whatever sticks out.
 */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const screen = page.viewportSize();
  if (!screen) throw new Error('This check needs a page with a fixed viewport');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} is ${width - screen.width} px too wide`).toBeLessThanOrEqual(screen.width);
}

/** Colours that are on their way to others are no colours of the page: waits for all that moves only for a while. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    // One that is taken back ends with a rejection, which is an end as well.
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/**
 * Axe finds nothing serious or critical in the page as it stands. It cannot look into frames in which no script may
 * run: it would wait for them until the test ends.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox=""]').analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

/** Everybody can use the page as it stands, and it fits its screen. */
export async function expectUsable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

const phone = { width: 390, height: 844 };

/** For tests that run once because what they change is the whole shop's: their pages are looked at in both widths. */
export async function expectUsableAtBothWidths(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await expectUsable(page);
  await page.setViewportSize(phone);
  await expectUsable(page);
  if (wide) await page.setViewportSize(wide);
}

export async function expectArabic(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(/[\u0600-\u06ff]/);
}
