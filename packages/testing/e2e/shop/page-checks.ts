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
