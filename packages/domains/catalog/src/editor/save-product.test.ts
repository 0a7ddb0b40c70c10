import { countStatements } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EditorProduct, productOutput, sellerProductOutput } from '../contract.ts';
import { memberOf, sellerProfile } from '../testing.ts';
import { type EditorFixture, editorFixture, image } from './testing.ts';

const clock = fixedClock('2026-06-15T12:00:00Z');
let shop: EditorFixture;
beforeAll(async () => {
  shop = await editorFixture(clock);
});
afterAll(() => shop.database.close());

const problems = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => null,
    (thrown: { reason?: string; details?: { problems?: { path: string; code: string }[] } }) => thrown,
  );
  if (error?.reason !== 'product_invalid') throw new Error(`Not refused as invalid: ${JSON.stringify(error)}`);
  return (error.details?.problems ?? []).map(({ path, code }) => `${path} ${code}`);
};
const read = (product: EditorProduct) =>
  shop.catalog.sellerProduct(shop.owner, { sellerId: shop.seller.sellerId, productId: product.id });
const colour = {
  id: 'c',
  name: 'Colour',
  values: [
    { id: 'oak', value: 'Oak', swatch: '#a97' },
    { id: 'ash', value: 'Ash', swatch: null },
  ],
};
const size = { id: 's', name: 'Size', values: [{ id: 'm', value: 'M', swatch: null }] };
const gbp = (amount: number, compareAt: number | null = null) => ({ GBP: { amount, compareAt } });

describe('who may', () => {
  test('strangers, fulfilment staff and closed shops may not, and nothing is written', async () => {
    const product = await shop.create();
    const { sellerId } = shop.seller;
    const suspended = { id: newId(), memberships: [{ sellerId, role: 'owner', status: 'suspended' }] };
    for (const [actor, reason] of [
      [memberOf(newId()), 'not_a_member'],
      [memberOf(sellerId, 'fulfilment'), 'role_too_low'],
      [suspended, 'seller_not_active'],
    ] as const) {
      await expect(shop.save(product, { title: 'Mine' }, actor)).rejects.toMatchObject({ code: 'forbidden', reason });
    }
    expect((await read(product)).product).toMatchObject({ title: 'Oak chair', version: product.version });
  });

  test('another seller’s product is as unknown as one that does not exist', async () => {
    const product = await shop.create();
    const other = sellerProfile();
    await shop.catalog.upsertSellerProfiles([other]);
    const theirs = memberOf(other.sellerId);
    for (const productId of [product.id, newId()]) {
      const key = { sellerId: other.sellerId, productId };
      const version = product.version;
      for (const work of [
        () => shop.catalog.saveProduct(theirs, { ...key, version, title: 'Mine' }),
        () => shop.catalog.sellerProduct(theirs, key),
        () => shop.catalog.duplicateProduct(theirs, key),
        () => shop.catalog.deleteProduct(theirs, { ...key, version }),
        () => shop.catalog.productHistory(theirs, { ...key, limit: 10 }),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'not_found', reason: 'product_not_found' });
      }
    }
  });
});

describe('concurrent edits', () => {
  test('the second writer is told who and when, and nothing is overwritten', async () => {
    const product = await shop.create();
    await shop.save(product, { title: 'First' });
    await expect(shop.save(product, { title: 'Second' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'product_changed',
      details: {
        version: product.version + 1,
        changedAt: '2026-06-15T12:00:00.000Z',
        changedBy: { id: shop.owner.id },
      },
    });
    expect((await read(product)).product.title).toBe('First');
  });

  test('of ten saves at one moment one wins', async () => {
    const product = await shop.create();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => shop.save(product, { title: `T${n}` })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read(product)).product.version).toBe(product.version + 1);
  });

  test('of two products that take one SKU at one moment one gets it', async () => {
    const [left, right] = await Promise.all([shop.create(), shop.create()]);
    const sku = `RACE-${newId().slice(-6)}`;
    const take = (product: EditorProduct) =>
      shop.save(product, { variants: [{ id: product.variants[0]?.id, sku, prices: gbp(1) }] });
    const outcomes = await Promise.allSettled([take(left), take(right)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({ reason: { reason: 'product_invalid' } });
  });
});

describe('rules', () => {
  test('everything that is wrong is told at once, with its place', async () => {
    const other = await shop.create();
    const product = await shop.create();
    const taken = other.variants[0]?.sku ?? '';
    const found = await problems(
      shop.save(product, {
        slug: other.slug,
        options: [colour, { ...size, name: 'colour' }],
        variants: [
          { sku: taken, barcode: '4006381333932', optionValueIds: ['oak', 'm'], prices: gbp(100, 100) },
          { sku: taken, optionValueIds: ['oak', 'm'], imageIndexes: [3], prices: gbp(100) },
          { sku: 'C', optionValueIds: ['oak'], prices: gbp(100) },
        ],
        availableFrom: '2026-07-01T00:00:00Z',
        availableUntil: '2026-06-01T00:00:00Z',
        publishAt: '2026-06-15T11:00:00Z',
        attributeValues: { [newId()]: 'x' },
        categoryId: newId(),
      }),
    );
    expect(found.filter((text) => !text.startsWith('attributeValues')).toSorted()).toEqual(
      [
        'slug slug_taken',
        'categoryId category_unknown',
        'availableUntil availability_window',
        'publishAt publish_at_past',
        'options.1 option_twice',
        'variants.0.sku sku_taken',
        'variants.0.barcode barcode_invalid',
        'variants.0.prices.GBP.compareAt compare_at_too_low',
        'variants.1.sku sku_twice',
        'variants.1 variant_twice',
        'variants.1.imageIndexes image_unknown',
        'variants.2.optionValueIds option_values_wrong',
      ].toSorted(),
    );
    expect(found.some((text) => text.endsWith('attribute_unknown'))).toBe(true);
    expect((await read(product)).product.version).toBe(product.version);
  });

  test('publishing asks for picture, text and prices; scheduling does too', async () => {
    const bare = await shop.create({
      images: [],
      descriptionHtml: '<p> </p>',
      variants: [{ sku: newId(), prices: {} }],
    });
    const missing = [
      'images image_missing',
      'descriptionHtml description_missing',
      'variants.0.prices.GBP price_missing',
    ];
    expect(await problems(shop.save(bare, { status: 'published' }))).toEqual(missing);
    expect(await problems(shop.save(bare, { publishAt: '2026-06-20T00:00:00Z' }))).toEqual(missing);
    expect(bare.priceMissing).toBe(true);
  });

  test('a description keeps its form and loses what runs; search and lists get plain text', async () => {
    const product = await shop.create({ status: 'published' });
    const saved = await shop.save(product, {
      descriptionHtml: '<h1>Care</h1><p onclick="x()">Oil<script>steal()</script></p>',
    });
    expect(saved).toMatchObject({ descriptionHtml: '<h3>Care</h3><p>Oil</p>', description: 'Care\n\nOil' });
    const { product: page } = productOutput.parse(await shop.catalog.product({ slug: product.slug }));
    expect(page).toMatchObject({
      descriptionHtml: '<h3>Care</h3><p>Oil</p>',
      seo: { title: 'Oak chair', description: 'Care Oil' },
    });
  });
});

describe('options and variants', () => {
  test('ids stay when options are renamed and reordered, two variants exchange their SKUs, one is retired and comes back', async () => {
    const product = await shop.create({
      status: 'published',
      options: [colour, size],
      variants: [
        { sku: 'X-OAK', optionValueIds: ['oak', 'm'], prices: gbp(100) },
        { sku: 'X-ASH', optionValueIds: ['ash', 'm'], prices: gbp(200) },
      ],
    });
    const [oak, ash] = product.variants;
    const renamed = await shop.save(product, {
      options: [size, { ...colour, name: 'Wood' }],
      variants: [
        { id: oak?.id, sku: 'X-ASH', optionValueIds: ['m', 'oak'], prices: gbp(100) },
        { id: ash?.id, sku: 'X-OAK', optionValueIds: ['m', 'ash'], prices: gbp(200) },
      ],
    });
    expect(renamed.variants.map(({ id, sku, title }) => [id, sku, title])).toEqual([
      [oak?.id, 'X-ASH', 'M / Oak'],
      [ash?.id, 'X-OAK', 'M / Ash'],
    ]);
    const without = await shop.save(renamed, { variants: renamed.variants.slice(0, 1) });
    expect(without.variants).toHaveLength(1);
    expect(await shop.catalog.variantsForCart([ash?.id ?? ''])).toMatchObject([{ published: false, sku: 'X-OAK' }]);
    const back = await shop.save(without, {
      variants: [...without.variants, { sku: 'X-OAK', optionValueIds: ['m', 'ash'], prices: gbp(300) }],
    });
    expect(back.variants[1]?.id).toBe(ash?.id);
    const { product: page } = await shop.catalog.product({ slug: product.slug });
    expect(page.variants.map(({ optionValues }) => optionValues)).toEqual([
      { Size: 'M', Wood: 'Oak' },
      { Size: 'M', Wood: 'Ash' },
    ]);
  });

  test('an import may be edited: its options have their names as ids', async () => {
    const [made] = await shop.catalog.upsertProducts([
      {
        sellerId: shop.seller.sellerId,
        sourceRef: newId(),
        slug: 'imported',
        title: 'Imported',
        categoryPath: 'garden',
        options: [{ name: 'Colour', values: [{ value: 'Oak', swatch: null }] }],
        variants: [{ sku: 'IMP', optionValues: { Colour: 'Oak' }, title: 'Oak', price: 100, stock: 1 }],
      },
    ]);
    const { product } = await shop.catalog.sellerProduct(shop.owner, {
      sellerId: shop.seller.sellerId,
      productId: made?.id ?? '',
    });
    expect(product.options).toEqual([
      { id: 'Colour', name: 'Colour', values: [{ id: 'Oak', value: 'Oak', swatch: null }] },
    ]);
    const saved = await shop.save(product, {
      options: [{ ...product.options[0], name: 'Wood' }] as typeof product.options,
    });
    expect(saved.variants[0]?.title).toBe('Oak');
    expect((await shop.catalog.product({ slug: 'imported' })).product.variants[0]?.optionValues).toEqual({
      Wood: 'Oak',
    });
  });
});

describe('prices and sales', () => {
  test('own prices per currency, the others converted; taking one back converts it again', async () => {
    const product = await shop.create({
      status: 'published',
      variants: [{ sku: newId(), prices: { ...gbp(10_000, 12_000), JPY: { amount: 22_000, compareAt: null } } }],
    });
    const price = async (currency: 'EUR' | 'JPY' | 'USD') =>
      (await shop.catalog.product({ slug: product.slug, currency })).product.variants[0]?.price;
    // 100 / 0.85 = 117.647, to the nearest five cents.
    expect(await price('EUR')).toEqual({
      current: { amount: 11_765, currency: 'EUR' },
      compareAt: { amount: 14_120, currency: 'EUR' },
    });
    expect(await price('JPY')).toEqual({ current: { amount: 22_000, currency: 'JPY' }, compareAt: null });
    const variant = product.variants[0];
    const saved = await shop.save(product, {
      variants: [{ ...variant, sku: variant?.sku ?? '', prices: gbp(10_000) }],
    });
    expect(await price('JPY')).toEqual({ current: { amount: 19_410, currency: 'JPY' }, compareAt: null });
    expect(saved.variants[0]?.prices).toEqual(gbp(10_000));
    const cards = await shop.catalog.cardsByIds([product.id], { currency: 'JPY' });
    expect(cards[0]?.price.current).toEqual({ amount: 19_410, currency: 'JPY' });
  });

  test('sales that overlap, are not lower, turn round or name nothing are refused', async () => {
    const product = await shop.create();
    const sku = product.variants[0]?.sku ?? '';
    const percent = { kind: 'percent' as const, percent: 10 };
    const sale = (startsAt: string | null, endsAt: string | null, skus: string[] | null = null) => ({
      skus,
      startsAt,
      endsAt,
      reduction: percent,
    });
    const june = sale('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z');
    expect(await problems(shop.save(product, { sales: [june, sale('2026-06-30T00:00:00Z', null, [sku])] }))).toEqual([
      'sales.1 sale_overlap',
    ]);
    expect(
      await problems(shop.save(product, { sales: [sale('2026-07-01T00:00:00Z', '2026-06-01T00:00:00Z')] })),
    ).toEqual(['sales.0.endsAt sale_window']);
    expect(await problems(shop.save(product, { sales: [sale(null, null, ['nothing'])] }))).toEqual([
      'sales.0.skus sale_sku_unknown',
    ]);
    const amounts = (of: Record<string, number>) => ({ ...june, reduction: { kind: 'amount' as const, amounts: of } });
    expect(await problems(shop.save(product, { sales: [amounts({ GBP: 10_000 })] }))).toEqual([
      'sales.0.reduction.amounts sale_not_lower',
    ]);
    expect(await problems(shop.save(product, { sales: [amounts({ EUR: 1 })] }))).toEqual([
      'sales.0.reduction.amounts sale_base_price_missing',
    ]);
  });

  test('one sale after the other begins and ends by itself, in every currency', async () => {
    const local = fixedClock('2026-06-15T12:00:00Z');
    const timed = await editorFixture(local);
    const product = await timed.create({
      status: 'published',
      sales: [
        {
          skus: null,
          startsAt: '2026-06-16T00:00:00Z',
          endsAt: '2026-06-17T00:00:00Z',
          reduction: { kind: 'percent', percent: 25 },
        },
        {
          skus: null,
          startsAt: '2026-06-17T00:00:00Z',
          endsAt: null,
          reduction: { kind: 'amount', amounts: { GBP: 6000, EUR: 7100 } },
        },
      ],
    });
    const now = async (currency: 'GBP' | 'EUR') => {
      await timed.catalog.refreshDueCards();
      const [card] = await timed.catalog.cardsByIds([product.id], { currency });
      const { product: page } = await timed.catalog.product({ slug: product.slug, currency });
      expect(page.variants[0]?.price).toEqual(card?.price);
      return [card?.price.current.amount, card?.price.compareAt?.amount ?? null];
    };
    expect(await now('GBP')).toEqual([10_000, null]);
    local.advance(24 * 3_600_000);
    expect(await now('GBP')).toEqual([7500, 10_000]);
    expect(await now('EUR')).toEqual([8824, 11_765]);
    local.advance(24 * 3_600_000);
    expect(await now('GBP')).toEqual([6000, 10_000]);
    expect(await now('EUR')).toEqual([7100, 11_765]);
    await timed.database.close();
  });
});

describe('addresses', () => {
  test('every former address leads to the product, none is given to another', async () => {
    const first = await shop.create({ status: 'published', slug: 'slug-one' });
    const second = await shop.save(first, { slug: 'slug-two' });
    const third = await shop.save(second, { slug: 'slug-three' });
    for (const slug of ['slug-one', 'slug-two']) {
      expect((await shop.catalog.product({ slug })).redirectTo).toBe('slug-three');
    }
    const other = await shop.create();
    expect(await problems(shop.save(other, { slug: 'slug-one' }))).toEqual(['slug slug_taken']);
    const [imported] = await shop.catalog.upsertProducts([
      {
        sellerId: shop.seller.sellerId,
        sourceRef: newId(),
        slug: 'slug-two',
        title: 'New',
        categoryPath: 'garden',
        variants: [{ sku: newId(), price: 1, stock: 0 }],
      },
    ]);
    expect(imported?.slug).not.toBe('slug-two');
    await shop.save(third, { slug: 'slug-one' });
    expect((await shop.catalog.product({ slug: 'slug-one' })).redirectTo).toBeNull();
    expect((await shop.catalog.product({ slug: 'slug-three' })).redirectTo).toBe('slug-one');
  });
});

describe('translations', () => {
  test('each text by itself falls back to English; options, categories and cards follow', async () => {
    const product = await shop.create({
      status: 'published',
      subtitle: 'By hand',
      options: [colour],
      variants: [{ sku: newId(), optionValueIds: ['oak'], prices: gbp(100) }],
      translations: {
        de: {
          title: 'Eichenstuhl',
          descriptionHtml: '<p>Geölt<script>x</script></p>',
          options: { c: { name: 'Farbe', values: { oak: 'Eiche' } } },
        },
        ar: { title: 'كرسي' },
      },
    });
    const page = async (locale: 'de' | 'fr' | 'ar') =>
      (await shop.catalog.product({ slug: product.slug, locale })).product;
    expect(await page('de')).toMatchObject({
      title: 'Eichenstuhl',
      subtitle: 'By hand',
      descriptionHtml: '<p>Geölt</p>',
      description: 'Geölt',
      options: [{ name: 'Farbe', values: [{ value: 'Eiche' }, { value: 'Ash' }] }],
      variants: [{ optionValues: { Farbe: 'Eiche' }, title: 'Eiche' }],
    });
    expect(await page('fr')).toMatchObject({ title: 'Oak chair', options: [{ name: 'Colour' }] });
    expect((await shop.catalog.cardsByIds([product.id], { locale: 'ar' }))[0]?.title).toBe('كرسي');
    const [indexed] = await shop.catalog.productsForIndex([product.id]);
    expect(indexed?.translations.de?.title).toBe('Eichenstuhl');
    expect(indexed?.prices.EUR.amount).toBe(120);
  });
});

describe('life', () => {
  test('duplicate: a draft of its own; delete only what was never public; archive hides', async () => {
    const product = await shop.create({ status: 'published' });
    const { sellerId } = shop.seller;
    const { product: copy } = sellerProductOutput.parse(
      await shop.catalog.duplicateProduct(shop.owner, { sellerId, productId: product.id }),
    );
    expect(copy).toMatchObject({ status: 'draft', title: 'Oak chair (copy)', images: [image] });
    expect(copy.slug).not.toBe(product.slug);
    expect(copy.variants[0]?.sku).not.toBe(product.variants[0]?.sku);
    const remove = ({ id: productId, version }: EditorProduct) =>
      shop.catalog.deleteProduct(shop.owner, { sellerId, productId, version });
    await expect(remove({ ...copy, version: copy.version + 1 })).rejects.toMatchObject({ reason: 'product_changed' });
    await remove(copy);
    await expect(read(copy)).rejects.toMatchObject({ reason: 'product_not_found' });
    const draft = await shop.save(product, { status: 'draft' });
    await expect(remove(draft)).rejects.toMatchObject({ reason: 'product_was_published' });
    await expect(shop.catalog.product({ slug: product.slug })).rejects.toMatchObject({ reason: 'product_not_found' });
  });

  test('a draft is published at its time, and bought only within its dates', async () => {
    const local = fixedClock('2026-06-15T12:00:00Z');
    const timed = await editorFixture(local);
    const product = await timed.create({
      publishAt: '2026-06-16T00:00:00Z',
      availableFrom: '2026-06-17T00:00:00Z',
      availableUntil: '2026-06-18T00:00:00Z',
    });
    const variantId = product.variants[0]?.id ?? '';
    await timed.catalog.applyStockChanged([{ variantId, available: 4, version: 1 }]);
    const buyable = async () => (await timed.catalog.variantsForCart([variantId]))[0]?.published;
    const shown = async () => (await timed.catalog.cardsByIds([product.id]))[0]?.available ?? null;
    await timed.catalog.refreshDueCards();
    expect(await shown()).toBeNull();
    local.advance(12 * 3_600_000);
    expect(await timed.catalog.refreshDueCards()).toMatchObject({ published: 1 });
    expect([await shown(), await buyable()]).toEqual([false, false]);
    local.advance(24 * 3_600_000);
    await timed.catalog.refreshDueCards();
    expect([await shown(), await buyable()]).toEqual([true, true]);
    local.advance(24 * 3_600_000);
    await timed.catalog.refreshDueCards();
    expect([await shown(), await buyable()]).toEqual([false, false]);
    await timed.database.close();
  });

  test('a save says who changed what, once, in few statements; one that changes nothing says nothing', async () => {
    const product = await shop.create({ status: 'published' });
    clock.advance(1000);
    await shop.database.db.pool.query('delete from catalog.outbox');
    let saved = product;
    const statements = await countStatements(shop.database, async () => {
      saved = await shop.save(product, {
        title: 'Elm chair',
        variants: product.variants.map((variant) => ({ ...variant, prices: gbp(9000) })),
      });
    });
    expect(statements).toBeLessThanOrEqual(15);
    expect(await shop.events('catalog/product.changed')).toHaveLength(1);
    const again = await shop.save(saved, { title: 'Elm chair', variants: saved.variants });
    expect(again.version).toBe(saved.version);
    expect(await shop.events('catalog/product.changed')).toHaveLength(1);
    const { entries } = await shop.catalog.productHistory(shop.owner, {
      sellerId: shop.seller.sellerId,
      productId: product.id,
      limit: 10,
    });
    expect(entries.map(({ action }) => action)).toEqual(['product.update', 'product.create']);
    expect(entries[0]).toMatchObject({
      actor: { kind: 'seller', id: shop.owner.id },
      changes: { title: ['Oak chair', 'Elm chair'] },
    });
  });
});
