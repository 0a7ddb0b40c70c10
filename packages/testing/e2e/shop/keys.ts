import { expect, type Locator, type Page } from '@playwright/test';

const mostSteps = 160;

/** What has the focus, as a name for messages, and whether anybody could see that it has. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { name: 'page', visible: true };
    // Radio buttons and the like are drawn by what stands around them.
    const drawn = [element, element.parentElement, element.closest('label'), element.nextElementSibling];
    const visible = drawn.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const name = element.getAttribute('aria-label') ?? (element.textContent || element.getAttribute('name') || '');
    return { name: `${element.tagName.toLowerCase()} ${name.trim().slice(0, 60)}`, visible };
  });
}

/** Presses Tab until the element has the focus; every stop on the way must show that it has it. Answers how many stops. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  const stops: string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return step;
    await page.keyboard.press('Tab');
    const { name, visible } = await focused(page);
    stops.push(name);
    expect(visible, `${name} shows that it has the focus`).toBe(true);
  }
  throw new Error(`Tab does not reach ${target}; it went over ${stops.slice(-12).join(', ')}`);
}

/** Selects what the field holds, if anything, and writes over it. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** The focus is somewhere, and not on the page as a whole: the next Tab goes on from there. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body))
    .toBe(true);
}
