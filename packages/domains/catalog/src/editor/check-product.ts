import type { Currency } from '@mallhive/kernel';
import { isGtin } from './barcode.ts';
import type {
  AttributeValue,
  CategoryAttribute,
  OwnPrices,
  Problem,
  ProductContent,
  SaleState,
  Surroundings,
} from './product-state.ts';

interface Check {
  content: ProductContent;
  around: Surroundings;
  currency: Currency;
  /** Published, or a draft that will be by itself. */
  goesPublic: boolean;
  /** It was not before: then everything that the shop asks of a public product is asked, otherwise only of what is touched. */
  becomesPublic: boolean;
  now: Date;
  touched: ReadonlySet<keyof ProductContent>;
}

/** Everything that is wrong with a product, so that an editor can show it all at once. Codes: contract-seller.ts, saveProduct. */
export function problemsOf(check: Check): Problem[] {
  return [
    ...identityProblems(check),
    ...optionProblems(check.content),
    ...variantProblems(check),
    ...saleProblems(check),
    ...attributeProblems(check),
    ...publicProblems(check),
  ];
}

function* identityProblems({ content, around, now, touched }: Check): Generator<Problem> {
  if (around.slugTaken) yield { path: 'slug', code: 'slug_taken' };
  if (!around.category) yield { path: 'categoryId', code: 'category_unknown' };
  else if (!around.category.active && touched.has('categoryId'))
    yield { path: 'categoryId', code: 'category_inactive' };
  const { availableFrom, availableUntil, publishAt } = content;
  if (availableFrom && availableUntil && availableFrom >= availableUntil) {
    yield { path: 'availableUntil', code: 'availability_window' };
  }
  if (touched.has('publishAt') && publishAt && new Date(publishAt) <= now) {
    yield { path: 'publishAt', code: 'publish_at_past' };
  }
}

const lower = (text: string) => text.toLowerCase();

function* optionProblems({ options }: ProductContent): Generator<Problem> {
  const names = new Set<string>();
  const ids = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (names.has(lower(option.name)) || ids.has(option.id)) yield { path: `options.${index}`, code: 'option_twice' };
    names.add(lower(option.name));
    ids.add(option.id);
    const values = new Set<string>();
    for (const [place, { id, value }] of option.values.entries()) {
      const keys = [`id:${id}`, `value:${lower(value)}`];
      if (keys.some((key) => values.has(key))) yield { path: `options.${index}.values.${place}`, code: 'option_twice' };
      for (const key of keys) values.add(key);
    }
  }
}

function* variantProblems({ content, around }: Check): Generator<Problem> {
  const { variants, options, images } = content;
  const taken = new Set(around.takenSkus);
  const skus = new Set<string>();
  const combinations = new Set<string>();
  for (const [index, variant] of variants.entries()) {
    const path = `variants.${index}`;
    if (skus.has(variant.sku)) yield { path: `${path}.sku`, code: 'sku_twice' };
    else if (taken.has(variant.sku)) yield { path: `${path}.sku`, code: 'sku_taken' };
    skus.add(variant.sku);
    if (variant.barcode !== '' && !isGtin(variant.barcode)) yield { path: `${path}.barcode`, code: 'barcode_invalid' };
    const fits =
      variant.optionValueIds.length === options.length &&
      options.every(({ values }, place) => values.some(({ id }) => id === variant.optionValueIds[place]));
    if (!fits) yield { path: `${path}.optionValueIds`, code: 'option_values_wrong' };
    const combination = variant.optionValueIds.join('\0');
    if (combinations.has(combination)) yield { path, code: 'variant_twice' };
    combinations.add(combination);
    if (variant.imageIndexes.some((place) => place >= images.length)) {
      yield { path: `${path}.imageIndexes`, code: 'image_unknown' };
    }
    for (const [currency, { amount, compareAt }] of Object.entries(variant.prices)) {
      if (compareAt !== null && compareAt <= amount) {
        yield { path: `${path}.prices.${currency}.compareAt`, code: 'compare_at_too_low' };
      }
    }
  }
}

/** Open ends are before and after everything. */
const startOf = (sale: SaleState) => (sale.startsAt ? Date.parse(sale.startsAt) : -Infinity);
const endOf = (sale: SaleState) => (sale.endsAt ? Date.parse(sale.endsAt) : Infinity);
const share = (left: SaleState, right: SaleState) =>
  left.variantIds === null || right.variantIds === null || left.variantIds.some((id) => right.variantIds?.includes(id));

function* saleProblems({ content, currency, touched }: Check): Generator<Problem> {
  const { sales, variants } = content;
  for (const [index, sale] of sales.entries()) {
    const path = `sales.${index}`;
    if (startOf(sale) >= endOf(sale)) yield { path: `${path}.endsAt`, code: 'sale_window' };
    const overlaps = sales
      .slice(0, index)
      .some((other) => share(sale, other) && startOf(sale) < endOf(other) && startOf(other) < endOf(sale));
    if (overlaps) yield { path, code: 'sale_overlap' };
    // A price that was lowered below a sale simply wins; whoever sets the sale is told.
    if (!sale.amounts || !touched.has('sales')) continue;
    if (sale.amounts[currency] === undefined)
      yield { path: `${path}.reduction.amounts`, code: 'sale_base_price_missing' };
    const meant = variants.filter(({ id }) => sale.variantIds === null || sale.variantIds.includes(id));
    const high = (own: OwnPrices) =>
      Object.entries(sale.amounts ?? {}).some(([code, amount]) => {
        const price = own[code as Currency];
        return price !== undefined && amount >= price.amount;
      });
    if (meant.some(({ prices }) => high(prices))) yield { path: `${path}.reduction.amounts`, code: 'sale_not_lower' };
  }
}

function fits({ type, choices }: CategoryAttribute, value: AttributeValue): boolean {
  const known = (choice: unknown) => choices.some((candidate) => candidate.value === choice);
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return known(value);
    default:
      return Array.isArray(value) && value.every(known) && new Set(value).size === value.length;
  }
}

const empty = (value: AttributeValue | undefined) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Values of a former category stay until somebody edits them; they are not shown. */
function* attributeProblems(check: Check): Generator<Problem> {
  const { content, around, touched } = check;
  const known = new Map(around.attributes.map((attribute) => [attribute.id, attribute]));
  if (touched.has('attributeValues')) {
    for (const [id, value] of Object.entries(content.attributeValues)) {
      const attribute = known.get(id);
      if (!attribute) yield { path: `attributeValues.${id}`, code: 'attribute_unknown' };
      else if (!empty(value) && !fits(attribute, value))
        yield { path: `attributeValues.${id}`, code: 'attribute_invalid' };
    }
  }
  if (!asked(check, 'attributeValues', 'categoryId')) return;
  for (const { id, required } of around.attributes) {
    if (required && empty(content.attributeValues[id]))
      yield { path: `attributeValues.${id}`, code: 'attribute_required' };
  }
}

const asked = ({ goesPublic, becomesPublic, touched }: Check, ...fields: (keyof ProductContent)[]) =>
  goesPublic && (becomesPublic || fields.some((field) => touched.has(field)));

function* publicProblems(check: Check): Generator<Problem> {
  const { content, currency } = check;
  if (asked(check, 'images') && content.images.length === 0) yield { path: 'images', code: 'image_missing' };
  if (asked(check, 'descriptionHtml') && content.descriptionHtml === '') {
    yield { path: 'descriptionHtml', code: 'description_missing' };
  }
  if (!asked(check, 'variants')) return;
  for (const [index, { prices }] of content.variants.entries()) {
    if (!prices[currency]) yield { path: `variants.${index}.prices.${currency}`, code: 'price_missing' };
  }
}
