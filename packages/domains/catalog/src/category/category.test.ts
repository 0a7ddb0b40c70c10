import { readAudit } from '@mallhive/db';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCategoryInput, productsInput, saveAttributesInput, updateCategoryInput } from '../contract.ts';
import { administrator, type EditorFixture, editorFixture } from '../editor/testing.ts';
import { memberOf } from '../testing.ts';

const clock = fixedClock('2026-06-15T12:00:00Z');
let shop: EditorFixture;
beforeAll(async () => {
  shop = await editorFixture(clock);
});
afterAll(() => shop.database.close());
beforeEach(async () => {
  await shop.database.db.pool.query('delete from catalog.outbox');
});

let made = 0;
const create = async (name: string, parentId: string | null = null) => {
  made += 1;
  const unique = `${name} ${made}`;
  const { categories } = await shop.catalog.createCategory(
    administrator,
    createCategoryInput.parse({ name: unique, parentId }),
  );
  const category = categories.find((candidate) => candidate.name === unique);
  if (!category) throw new Error('not made');
  return category;
};
const find = async (id: string) =>
  (await shop.catalog.adminCategories(administrator)).categories.find((one) => one.id === id);
const listed = async (category: string) =>
  (await shop.catalog.products(productsInput.parse({ category }))).items.map(({ id }) => id);

test('only administrators, whatever else the caller is', async () => {
  const { categories } = await shop.catalog.categories();
  const [categoryId = ''] = categories.map(({ id }) => id);
  const move = { categoryId, parentId: null, position: 0 };
  for (const actor of [
    memberOf(shop.seller.sellerId),
    { id: newId(), memberships: [], roles: ['shopper', 'seller'] },
  ]) {
    for (const work of [
      () => shop.catalog.adminCategories(actor),
      () => shop.catalog.createCategory(actor, createCategoryInput.parse({ name: 'X', parentId: null })),
      () => shop.catalog.updateCategory(actor, { categoryId, name: 'X' }),
      () => shop.catalog.moveCategory(actor, move),
      () => shop.catalog.mergeCategory(actor, { categoryId, intoId: categoryId }),
      () => shop.catalog.adminAttributes(actor, { categoryId }),
      () => shop.catalog.saveAttributes(actor, { categoryId, attributes: [] }),
      () => shop.catalog.setExchangeRates(actor, { rates: [{ currency: 'EUR', rate: '2' }] }),
      () => shop.catalog.moderationQueue(actor, { status: 'pending', limit: 5 }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'forbidden', reason: 'not_allowed' });
    }
  }
});

test('a taken address, a circle, too deep and unknown are refused and change nothing', async () => {
  const top = await create('Top');
  const child = await create('Child', top.id);
  await expect(
    shop.catalog.createCategory(
      administrator,
      createCategoryInput.parse({ name: 'Again', slug: child.slug, parentId: top.id }),
    ),
  ).rejects.toMatchObject({ reason: 'category_path_taken' });
  await expect(
    shop.catalog.moveCategory(administrator, { categoryId: top.id, parentId: child.id, position: 0 }),
  ).rejects.toMatchObject({
    reason: 'category_cycle',
  });
  await expect(
    shop.catalog.mergeCategory(administrator, { categoryId: top.id, intoId: child.id }),
  ).rejects.toMatchObject({
    reason: 'category_cycle',
  });
  await expect(
    shop.catalog.moveCategory(administrator, { categoryId: newId(), parentId: null, position: 0 }),
  ).rejects.toMatchObject({
    reason: 'category_not_found',
  });
  let deep = child;
  for (let level = 3; level <= 5; level += 1) deep = await create('Deep', deep.id);
  await expect(create('Six', deep.id)).rejects.toMatchObject({ reason: 'category_too_deep' });
  expect((await find(child.id))?.path).toBe(child.path);
});

test('a move takes everything below along; old addresses lead to the new ones, lists follow at once and cards are due', async () => {
  const from = await create('From');
  const to = await create('To');
  const middle = await create('Middle', from.id);
  const leaf = await create('Leaf', middle.id);
  const product = await shop.create({ status: 'published', categoryId: leaf.id });
  expect(await listed(from.path)).toEqual([product.id]);
  await shop.catalog.moveCategory(administrator, { categoryId: middle.id, parentId: to.id, position: 0 });
  const now = await find(leaf.id);
  expect(now?.path).toBe(`${to.path}/${middle.slug}/${leaf.slug}`);
  expect(await listed(from.path)).toEqual([]);
  expect(await listed(to.path)).toEqual([product.id]);
  expect(await shop.catalog.categoryRedirect({ path: leaf.path })).toEqual({ redirectTo: now?.path });
  expect(await shop.catalog.categoryRedirect({ path: middle.path })).toEqual({
    redirectTo: `${to.path}/${middle.slug}`,
  });
  const told = (await shop.events('catalog/category.changed')).map(({ previousPaths }) => previousPaths);
  expect(told).toContainEqual([middle.path, leaf.path]);
  await shop.catalog.refreshDueCards();
  expect((await shop.events('catalog/product.changed')).map(({ productId }) => productId)).toContain(product.id);
  const { product: page } = await shop.catalog.product({ slug: product.slug });
  expect(page.breadcrumbs.map(({ path }) => path)).toEqual([to.path, `${to.path}/${middle.slug}`, now?.path]);

  // Back again: the address is its own once more, and no longer an old one.
  await shop.catalog.moveCategory(administrator, { categoryId: middle.id, parentId: from.id, position: 0 });
  expect(await shop.catalog.categoryRedirect({ path: leaf.path })).toEqual({ redirectTo: null });
  expect(await shop.catalog.categoryRedirect({ path: now?.path ?? '' })).toEqual({ redirectTo: leaf.path });
});

test('siblings are put in order', async () => {
  const top = await create('Order');
  const names = [];
  for (const name of ['A', 'B', 'C']) names.push(await create(name, top.id));
  const [a, b, c] = names;
  await shop.catalog.moveCategory(administrator, { categoryId: c?.id ?? '', parentId: top.id, position: 0 });
  const { categories } = await shop.catalog.adminCategories(administrator);
  expect(categories.filter(({ parentId }) => parentId === top.id).map(({ id }) => id)).toEqual([c?.id, a?.id, b?.id]);
});

test('a merge gives products, children and addresses to the other', async () => {
  const old = await create('Old');
  const into = await create('Into');
  const child = await create('Kid', old.id);
  const product = await shop.create({ status: 'published', categoryId: old.id });
  await shop.catalog.mergeCategory(administrator, { categoryId: old.id, intoId: into.id });
  expect(await find(old.id)).toBeUndefined();
  expect(await listed(into.path)).toEqual([product.id]);
  expect((await find(child.id))?.path).toBe(`${into.path}/${child.slug}`);
  expect(await shop.catalog.categoryRedirect({ path: old.path })).toEqual({ redirectTo: into.path });
});

test('translated and switched off', async () => {
  const category = await create('Visible');
  await shop.catalog.updateCategory(
    administrator,
    updateCategoryInput.parse({ categoryId: category.id, translations: { de: { name: 'Sichtbar' } } }),
  );
  const names = async (locale: 'de' | 'fr') =>
    (await shop.catalog.categories({ locale })).categories.map(({ name }) => name);
  expect(await names('de')).toContain('Sichtbar');
  expect(await names('fr')).toContain(category.name);
  await shop.catalog.updateCategory(administrator, { categoryId: category.id, active: false });
  expect(await names('fr')).not.toContain(category.name);
  await expect(shop.create({ categoryId: category.id })).rejects.toMatchObject({
    details: { problems: [{ path: 'categoryId', code: 'category_inactive' }] },
  });
});

test('attributes: inherited, asked for when published, shown and indexed in every language, and safe to rename', async () => {
  const top = await create('Furniture');
  const leaf = await create('Tables', top.id);
  const save = (categoryId: string, attributes: unknown[]) =>
    shop.catalog.saveAttributes(administrator, saveAttributesInput.parse({ categoryId, attributes }));
  await expect(save(top.id, [{ name: 'Wood', type: 'choice' }])).rejects.toMatchObject({
    reason: 'attributes_invalid',
  });
  const choices = [
    { value: 'oak', label: 'Oak' },
    { value: 'ash', label: 'Ash' },
  ];
  const translations = { de: { name: 'Holz', choices: { oak: 'Eiche' } } };
  const { attributes: ofTop } = await save(top.id, [
    { name: 'Wood', type: 'multi-choice', choices, required: true, filterable: true, translations },
    { name: 'Width', type: 'number', unit: 'cm' },
  ]);
  const { attributes: ofLeaf } = await save(leaf.id, [{ name: 'Folds', type: 'boolean' }]);
  const [wood, width] = ofTop.map(({ id }) => id);
  const [folds] = ofLeaf.map(({ id }) => id);
  const { attributes } = await shop.catalog.categoryAttributes({ categoryId: leaf.id, locale: 'de' });
  expect(attributes.map(({ name }) => name)).toEqual(['Holz', 'Width', 'Folds']);
  expect(attributes[0]?.choices).toEqual([
    { value: 'oak', label: 'Eiche' },
    { value: 'ash', label: 'Ash' },
  ]);
  if (!wood || !width || !folds) throw new Error('not made');
  const publish = (attributeValues: Record<string, string | number | boolean | string[]>) =>
    shop.create({ status: 'published', categoryId: leaf.id, attributeValues });
  await expect(publish({})).rejects.toMatchObject({
    details: { problems: [{ path: `attributeValues.${wood}`, code: 'attribute_required' }] },
  });
  await expect(publish({ [wood]: ['elm'], [width]: 'wide' })).rejects.toMatchObject({
    details: { problems: [{ code: 'attribute_invalid' }, { code: 'attribute_invalid' }] },
  });
  const product = await publish({ [wood]: ['oak', 'ash'], [width]: 120.5, [folds]: false });
  const shown = async (locale: 'en' | 'de') =>
    (await shop.catalog.product({ slug: product.slug, locale })).product.attributes;
  expect(await shown('en')).toEqual([
    { name: 'Wood', value: 'Oak, Ash' },
    { name: 'Width', value: '120.5 cm' },
    { name: 'Folds', value: 'No' },
  ]);
  expect(await shown('de')).toEqual([
    { name: 'Holz', value: 'Eiche, Ash' },
    { name: 'Width', value: '120,5 cm' },
    { name: 'Folds', value: 'Nein' },
  ]);
  const [indexed] = await shop.catalog.productsForIndex([product.id]);
  expect(indexed?.attributes.slice(0, 2)).toMatchObject([
    { name: 'Wood', value: 'Oak', filterable: true, names: { de: 'Holz' }, values: { de: 'Eiche' } },
    { name: 'Wood', value: 'Ash' },
  ]);
  await expect(save(leaf.id, [{ id: folds, name: 'Folds', type: 'text' }])).rejects.toMatchObject({
    reason: 'attribute_type_fixed',
  });
  await save(leaf.id, [{ id: folds, name: 'Foldable', type: 'boolean' }]);
  expect((await shown('en'))[2]).toEqual({ name: 'Foldable', value: 'No' });
});

test('every change is in the audit log', async () => {
  const category = await create('Logged');
  clock.advance(1000);
  await shop.catalog.updateCategory(administrator, {
    categoryId: category.id,
    name: 'Renamed',
    slug: 'renamed-logged',
  });
  const rows = await readAudit(shop.database.db, 'catalog', {
    objectType: 'category',
    objectId: category.id,
    limit: 10,
  });
  expect(rows.map(({ action, actorUserId }) => [action, actorUserId])).toEqual([
    ['category.update', administrator.id],
    ['category.create', administrator.id],
  ]);
  expect(rows[0]?.changes).toMatchObject({ path: [category.path, 'renamed-logged'] });
});

test('a tax class holds for a category, for all below when asked, and for what is made there later; carts know it', async () => {
  const top = await create('Taxed');
  const below = await create('Below taxed', top.id);
  const classes = async () => {
    const { categories } = await shop.catalog.adminCategories(administrator);
    return [top, below].map(({ id }) => categories.find((category) => category.id === id)?.taxClass);
  };
  const set = (taxClass: string, deep: boolean) =>
    shop.catalog.setTaxClass(administrator, { categoryId: top.id, taxClass, below: deep });
  await expect(
    shop.catalog.setTaxClass(
      { id: newId(), memberships: [], roles: ['shopper', 'seller'] },
      { categoryId: top.id, taxClass: 'zero', below: false },
    ),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    shop.catalog.setTaxClass(administrator, { categoryId: newId(), taxClass: 'zero', below: false }),
  ).rejects.toMatchObject({ reason: 'category_not_found' });
  expect(await classes()).toEqual(['standard', 'standard']);
  await set('reduced', false);
  expect(await classes()).toEqual(['reduced', 'standard']);
  await set('zero', true);
  expect(await classes()).toEqual(['zero', 'zero']);
  const later = await create('Later', below.id);
  expect(later.taxClass).toBe('zero');
});
