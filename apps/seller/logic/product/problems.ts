import { parsePrice } from '../prices.ts';
import { tagsOf } from './payload.ts';
import { type Currency, currencies, type ProductDraft } from './types.ts';

export type ProblemCode = string;
/** Field (`title`, `variants.2.sku`, `variants.0.GBP.amount`) to what is wrong with it. */
export type Problems = Record<string, ProblemCode>;

function variantProblems(draft: ProductDraft, problems: Problems): void {
  const skus = new Map<string, number>();
  draft.variants.forEach((variant, index) => {
    const at = `variants.${index}`;
    const sku = variant.sku.trim();
    if (!sku) problems[`${at}.sku`] = 'sku_missing';
    else if (skus.has(sku)) problems[`${at}.sku`] = 'sku_twice';
    skus.set(sku, index);
    if (!/^\d{0,8}$/.test(variant.weight.trim())) problems[`${at}.weight`] = 'number_invalid';
    if (!/^\d{0,7}$/.test(variant.stock.trim())) problems[`${at}.stock`] = 'number_invalid';
    for (const currency of currencies) {
      const { amount, compareAt } = variant.prices[currency];
      const value = parsePrice(amount, currency);
      if (amount.trim() && !value) problems[`${at}.${currency}.amount`] = 'price_invalid';
      const before = parsePrice(compareAt, currency);
      if (!compareAt.trim()) continue;
      if (before === null) problems[`${at}.${currency}.compareAt`] = 'price_invalid';
      else if (value !== null && before <= value) problems[`${at}.${currency}.compareAt`] = 'compare_at_too_low';
    }
  });
}

function saleProblems(draft: ProductDraft, currency: Currency, problems: Problems): void {
  draft.sales.forEach((sale, index) => {
    const at = `sales.${index}`;
    if (sale.kind === 'percent') {
      const percent = Number(sale.percent);
      if (!Number.isInteger(percent) || percent < 1 || percent > 95) problems[`${at}.percent`] = 'percent_invalid';
    } else if (!parsePrice(sale.amounts[currency], currency)) problems[`${at}.amount`] = 'price_invalid';
    if (sale.startsAt && sale.endsAt && sale.startsAt >= sale.endsAt) problems[`${at}.endsAt`] = 'sale_window';
  });
}

/** What can be said without asking the server; it checks everything again and more. */
export function draftProblems(draft: ProductDraft, currency: Currency): Problems {
  const problems: Problems = {};
  if (!draft.title.trim()) problems.title = 'title_missing';
  if (!draft.categoryId) problems.categoryId = 'category_missing';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.slug.trim())) problems.slug = 'slug_invalid';
  if (tagsOf(draft.tags).some((tag) => tag.length > 40)) problems.tags = 'tag_long';
  draft.options.forEach((option, index) => {
    if (!option.name.trim()) problems[`options.${index}.name`] = 'option_name_missing';
    if (option.values.length === 0) problems[`options.${index}.values`] = 'option_values_missing';
  });
  variantProblems(draft, problems);
  saleProblems(draft, currency, problems);
  return problems;
}

/** The server's `{ path, code }` under the names that the fields have here. */
export function serverProblems(details: Record<string, unknown>, currency: Currency): Problems {
  const list = Array.isArray(details.problems) ? details.problems : [];
  return Object.fromEntries(
    list.flatMap((entry: unknown) => {
      const { path, code } = (entry ?? {}) as { path?: unknown; code?: unknown };
      if (typeof path !== 'string' || typeof code !== 'string') return [];
      return [[fieldOf(path, currency), code]];
    }),
  );
}

function fieldOf(path: string, currency: Currency): string {
  const price = /^variants\.(\d+)\.prices(?:\.([A-Z]{3}))?(?:\.(amount|compareAt))?$/.exec(path);
  if (price) return `variants.${price[1]}.${price[2] ?? currency}.${price[3] ?? 'amount'}`;
  const reduction = /^sales\.(\d+)\.reduction/.exec(path);
  if (reduction) return `sales.${reduction[1]}.amount`;
  return path.replace(/\.weightGrams$/, '.weight');
}
