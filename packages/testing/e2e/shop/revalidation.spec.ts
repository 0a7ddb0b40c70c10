import { sellerMutation, sellerQuery, signInSeller } from './people.ts';
import { expect, test } from './shop-test.ts';

interface Row {
  id: string;
  title: string;
  version: number;
}

test('a product that its seller changes shows on its cached pages in under 3 s', async ({
  page,
  browser,
  pickProducts,
}) => {
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  await page.request.get(`/p/${product.slug}`);

  const dashboard = await browser.newContext();
  await signInSeller(await dashboard.newPage(), product.seller.slug);
  const title = async (text: string) => {
    const { items } = await sellerQuery<{ items: Row[] }>(dashboard.request, 'catalog.sellerProducts', {
      sellerId: product.seller.id,
      query: product.title,
    });
    const row = items.find(({ id }) => id === product.id);
    if (!row) throw new Error(`${product.title} is not among its seller's products`);
    const { version } = row;
    await sellerMutation(dashboard.request, 'catalog.updateProduct', {
      sellerId: product.seller.id,
      productId: product.id,
      version,
      title: text,
    });
  };
  const changed = `${product.title}, second edition`;
  await title(changed);
  try {
    await expect
      .poll(async () => (await (await page.request.get(`/p/${product.slug}`)).text()).includes(changed), {
        timeout: 3_000,
        intervals: [50],
      })
      .toBe(true);
    await page.goto(`/p/${product.slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(changed);
  } finally {
    await title(product.title);
    await dashboard.close();
  }
});
