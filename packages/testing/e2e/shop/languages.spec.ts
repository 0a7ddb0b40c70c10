import type { Page } from '@playwright/test';
import { expectUsable } from './page-checks.ts';
import {
  addToCart,
  type Buyable,
  cards,
  confirmedOrder,
  expect,
  fillAddress,
  fillCard,
  newEmail,
  payButton,
  query,
  shopper,
  test,
} from './shop-test.ts';

/** The switcher is in the header of a wide page and in the menu of a phone. */
async function openRegion(page: Page, isMobile: boolean): Promise<void> {
  const banner = page.getByRole('banner');
  if (isMobile) await banner.locator('button[aria-haspopup="dialog"]').first().click();
  else await banner.locator('button[aria-controls]').filter({ hasText: '·' }).click();
}

async function choose(page: Page, isMobile: boolean, what: string | RegExp): Promise<void> {
  await openRegion(page, isMobile);
  const choice = page.getByRole('banner').getByRole('link', { name: what, exact: true });
  const currency = page.getByRole('banner').getByRole('button', { name: what });
  await choice.or(currency).first().click();
}

async function setCurrency(page: Page, currency: string, baseURL: string | undefined): Promise<void> {
  await page.context().addCookies([{ name: 'mh_currency', value: currency, url: baseURL ?? '' }]);
}

async function addGerman(page: Page, product: Buyable): Promise<void> {
  await page.goto(`/de/p/${product.slug}?variant=${product.variantId}`);
  const add = page.getByRole('main').getByRole('button', { name: 'In den Warenkorb' }).first();
  await expect(add).toBeEnabled();
  await add.click();
  await expect(page.getByRole('main').getByText('Liegt jetzt in Ihrem Warenkorb.').first()).toBeAttached();
}

test('a shopper buys in German and in euros, and the order stays in them', async ({ page, pickProducts, isMobile }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await page.goto('/de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gute Dinge in guter Gesellschaft');
  await choose(page, isMobile, /^EUR/);
  await expect(page).toHaveURL(/\/de$/);
  await expect(
    page
      .getByRole('main')
      .getByText(/\d,\d\d\s€/)
      .first(),
  ).toBeVisible();

  await addGerman(page, product);
  await page.goto('/de/cart');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihr Warenkorb');
  await page.getByRole('main').getByRole('link', { name: 'Zur Kasse' }).first().click();
  await expect(page).toHaveURL(/\/de\/checkout/);
  const form = page.getByRole('main');
  await form.getByLabel('E-Mail').fill(newEmail('kundin'));
  await form.getByLabel('Land').selectOption({ label: 'Deutschland' });
  await form.getByLabel('Vor- und Nachname').fill(shopper.name);
  await form.getByLabel('Straße und Hausnummer').fill('Lindenallee 7');
  await form.getByLabel('Postleitzahl').fill('10115');
  await form.getByLabel('Ort').fill('Berlin');
  // Totals follow the country.
  await expect(form.getByText('Kommt in 4 bis 8 Werktagen')).toBeVisible();
  await page.getByLabel('Kartennummer').fill(cards.succeeds);
  await page.getByLabel(/Gültig bis/).fill('08 / 34');
  await page.getByLabel('Prüfziffer').fill('123');
  const pay = page.getByRole('button', { name: /€ bezahlen$/ });
  await expect(pay).toBeEnabled();
  const total = ((await pay.textContent()) ?? '').match(/[\d.,]+\s€/)?.[0] ?? 'no total';
  await pay.click();
  await expect(page).toHaveURL(/\/de\/orders\/[0-9a-f-]{36}\/confirmation/, { timeout: 20_000 });
  await expect(page.getByRole('heading', { name: /Vielen Dank/ })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('main').getByText(total).first()).toBeVisible();
});

/** Of one order: what its page and the look-up say, and what the form of the look-up is called. */
const spoken = {
  de: {
    says: ['Bezahlt', 'Zahlung eingegangen', 'Wird gepackt', 'Vereinigtes Königreich', 'Lieferadresse', 'Menge 1'],
    number: 'Bestellnummer',
    email: 'E-Mail-Adresse der Bestellung',
    submit: 'Bestellung suchen',
    unknown: 'Zu diesen beiden Angaben gibt es keine Bestellung',
  },
  ar: {
    says: ['تم الدفع', 'وصلت الدفعة', 'قيد التجهيز', 'المملكة المتحدة', 'عنوان التوصيل', 'الكمية'],
    number: 'رقم الطلب',
    email: 'البريد الإلكتروني المستخدم في الطلب',
    submit: 'ابحث عن الطلب',
    unknown: 'لا يوجد طلب بهذا الرقم وهذا البريد',
  },
} as const;
const english =
  /\b(Order|Placed|Paid|Payment|Delivery|Delivered|Items|Total|VAT|Quantity|Being packed|United Kingdom|Find|received)\b/;

test('an order and its look-up speak German and Arabic', async ({ page, pickProducts, quietConsole }) => {
  test.slow();
  quietConsole.allow(/404/);
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const email = newEmail('sprachen');
  const password = 'correct horse battery staple';
  const registered = await page.request.post('/api/trpc/identity.register', {
    data: { email, name: shopper.name, password },
  });
  expect(registered.status()).toBe(200);
  await page.goto('/de/sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page).toHaveURL(/\/de\/account$/);
  await addToCart(page, product);
  await page.goto('/checkout');
  await fillAddress(page, email);
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  const number = await confirmedOrder(page);
  const id = /orders\/([0-9a-f-]{36})/.exec(page.url())?.[1];

  const expectOrder = async (locale: keyof typeof spoken) => {
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toContainText(number);
    for (const words of spoken[locale].says) await expect(main.getByText(words).first()).toBeAttached();
    const own = ((await main.textContent()) ?? '').replaceAll(product.title, '').replaceAll(product.seller.name, '');
    expect(own).not.toMatch(english);
    await expectUsable(page);
  };
  for (const locale of ['de', 'ar'] as const) {
    await page.goto(`/${locale}/account/orders/${id}`);
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
    await expectOrder(locale);

    const text = spoken[locale];
    await page.goto(`/${locale}/orders/look-up?number=${number}`);
    await expect(page.getByLabel(text.number)).toHaveValue(number);
    await page.getByLabel(text.email).fill(newEmail('nobody'));
    await page.getByRole('button', { name: text.submit }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(text.unknown);
    await page.getByLabel(text.email).fill(email);
    await page.getByRole('button', { name: text.submit }).click();
    await expectOrder(locale);
  }
});

test('yen have no decimals, from the shelf to the order', async ({ page, pickProducts, baseURL }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await setCurrency(page, 'JPY', baseURL);
  await page.goto(`/p/${product.slug}?variant=${product.variantId}`);
  const main = page.getByRole('main');
  await expect(main.locator('.mh-price').first()).toHaveText(/¥[\d,]+(?!\.\d)/);
  await main.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect(main.getByText('Added to your cart.').first()).toBeAttached();
  await page.goto('/checkout');
  await main.getByLabel('E-mail').fill(newEmail('yen'));
  await main.getByLabel('Full name').fill(shopper.name);
  await main.getByLabel('Address', { exact: true }).fill(shopper.line1);
  await main.getByLabel('Town or city').fill(shopper.city);
  await main.getByLabel('Postcode').fill(shopper.postcode);
  await fillCard(page, cards.succeeds);
  const pay = page.getByRole('button', { name: /^Pay / });
  await expect(pay).toHaveText(/^Pay JP¥[\d,]+$/);
  await pay.click();
  await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible({ timeout: 20_000 });
  const amounts = ((await main.textContent()) ?? '').match(/JP¥[\d,.]+/g) ?? [];
  expect(amounts.length).toBeGreaterThan(2);
  expect(amounts.filter((amount) => /\.\d/.test(amount))).toEqual([]);
});

test('prices are sorted and filtered in the chosen currency', async ({ page, baseURL }) => {
  await setCurrency(page, 'EUR', baseURL);
  await page.goto('/search?q=&sort=price-asc&price=5000-9000');
  const prices = page.getByRole('main').locator('.mh-price-current');
  await expect(prices.first()).toHaveText(/€/);
  const euros = (await prices.allTextContents()).map((text) => Number(/€([\d.,]+)/.exec(text)?.[1]?.replace(',', '')));
  expect(euros.length).toBeGreaterThan(3);
  expect(euros.filter((amount) => amount < 50 || amount > 90)).toEqual([]);
  expect(euros).toEqual([...euros].sort((one, other) => one - other));
});

test('the switcher stays on the page and remembers', async ({ page, pickProducts, isMobile }) => {
  test.slow();
  const [product] = await pickProducts(1);
  const path = `/p/${product?.slug}?variant=${product?.variantId}`;
  await page.goto(path);
  await choose(page, isMobile, 'Deutsch');
  await expect(page).toHaveURL(`/de${path}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // The front door leads to the language chosen before.
  await page.goto('/');
  await expect(page).toHaveURL('/de');
  await page.goto(`/de${path}`);
  await choose(page, isMobile, 'English');
  await expect(page).toHaveURL(path);
  await page.goto('/');
  await expect(page).toHaveURL('/');
});

test('search engines are told of every language, and nobody is sent anywhere', async ({ request, pickProducts }) => {
  const [product] = await pickProducts(1);
  const reply = await request.get(`/p/${product?.slug}`, { headers: { 'accept-language': 'de' }, maxRedirects: 0 });
  expect(reply.status()).toBe(200);
  const html = await reply.text();
  for (const [language, prefix] of [
    ['en', ''],
    ['de', '/de'],
    ['fr', '/fr'],
    ['ar', '/ar'],
    ['x-default', ''],
  ])
    expect(html).toMatch(new RegExp(`hreflang="${language}" href="http[^"]+[^a-z]${prefix}/p/${product?.slug}"`, 'i'));
  const german = await (await request.get(`/de/p/${product?.slug}`)).text();
  expect(german).toMatch(new RegExp(`rel="canonical" href="http[^"]+/de/p/${product?.slug}"`));
  expect(await (await request.get('/sitemap.xml')).text()).toContain(`/ar/p/${product?.slug}`);
  expect((await request.get('/~/EUR')).status()).toBe(404);
});

test('what is not translated shows in English', async ({ page, request }) => {
  const read = (locale: string, cursor?: string) =>
    query<{ items: { slug: string; title: string }[]; nextCursor: string | null }>(request, 'catalog.products', {
      limit: 60,
      locale,
      ...(cursor ? { cursor } : {}),
    });
  const [english, german] = await Promise.all([read('en'), read('de')]);
  const titles = new Map(english.items.map(({ slug, title }) => [slug, title]));
  const plain = german.items.find(({ slug, title }) => titles.get(slug) === title);
  const translated = german.items.find(({ slug, title }) => titles.has(slug) && titles.get(slug) !== title);
  expect(plain && translated).toBeTruthy();
  await page.goto(`/de/p/${plain?.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(plain?.title ?? '');
  await expect(page.getByRole('main').getByText('inkl. MwSt.')).toBeVisible();
  await page.goto(`/de/p/${translated?.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translated?.title ?? '');
});

test.describe('a visitor who speaks German', () => {
  test.use({ locale: 'de-DE' });
  test('is offered German once, and may decline', async ({ page }) => {
    await page.goto('/about');
    const offer = page.getByRole('complementary', { name: /auf Deutsch/ });
    await offer.getByRole('button', { name: 'Nein, danke' }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(offer).toHaveCount(0);
  });
});

test('Arabic runs from right to left on every page, without a sideways scroll', async ({ page, pickProducts }) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  // Those that name something; every other page is looked at in every-page.spec.ts.
  const paths = ['/ar/search?q=a', '/ar/search?q=zzqxwv', `/ar/s/${product.seller.slug}`, '/ar/help/delivery'];
  for (const path of [...paths, `/ar/p/${product.slug}`]) {
    const reply = await page.goto(path);
    expect(reply?.status(), path).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expectUsable(page);
  }
  const add = page.getByRole('main').getByRole('button', { name: 'أضف إلى السلة' }).first();
  await add.click();
  await expect(page.getByRole('main').getByText('أُضيف إلى سلتك.').first()).toBeAttached();
  for (const path of ['/ar/cart', '/ar/checkout']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectUsable(page);
  }
});
