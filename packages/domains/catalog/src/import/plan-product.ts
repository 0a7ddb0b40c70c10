import { type Currency, newId } from '@mallhive/kernel';
import { splitList } from './cells.ts';
import { htmlOf } from './description.ts';
import type { MappedRow, RowGroup } from './group-rows.ts';
import { planImages } from './plan-images.ts';
import { planVariants } from './plan-variants.ts';
import { type ProblemCode, problem, type RowProblem } from './problem.ts';
import type { ImageState, ProductState } from './state.repository.ts';

/** What a portion of rows is seen against. */
export interface Around {
  currency: Currency;
  /** The product of the group as it is; null for a new one. */
  current: ProductState | null;
  /** Active SKUs of the shop and whose they are. */
  skuOwners: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, { id: string; active: boolean }>;
  /** Pictures that may be used, by the address that the file gives. `pending`: it will be fetched when it is written. */
  image(url: string): ImageState | 'pending' | 'failed' | 'unknown';
}

export type Plan =
  | { kind: 'refused'; problems: RowProblem[] }
  | { kind: 'same'; product: ProductState }
  | {
      kind: 'write';
      current: ProductState | null;
      next: ProductState;
      /** Units that the file states and that differ from what is known, by SKU. */
      stock: Map<string, number>;
      warnings: RowProblem[];
    };

/** Collects what is wrong, so that a person sees all of it at once. */
export interface Report {
  problems: RowProblem[];
  warnings: RowProblem[];
  add(row: MappedRow, code: ProblemCode, column?: string): void;
}

const statuses: Record<string, ProductState['status']> = {
  draft: 'draft',
  published: 'published',
  active: 'published',
  archived: 'archived',
};

function empty(handle: string): ProductState {
  return {
    id: newId(),
    handle,
    slug: '',
    title: '',
    subtitle: '',
    descriptionHtml: '',
    description: '',
    brand: '',
    category: '',
    categoryId: '',
    status: 'draft',
    tags: [],
    highlights: [],
    attributes: [],
    attributeValues: {},
    seoTitle: '',
    seoDescription: '',
    options: [],
    images: [],
    variants: [],
  };
}

function texts(next: ProductState, first: MappedRow, report: Report): void {
  const limits = { title: 200, subtitle: 200, brand: 200, seo_title: 200, seo_description: 400 } as const;
  const places = {
    title: 'title',
    subtitle: 'subtitle',
    brand: 'brand',
    seo_title: 'seoTitle',
    seo_description: 'seoDescription',
  } as const;
  for (const key of Object.keys(limits) as (keyof typeof limits)[]) {
    const cell = first.cells.get(key);
    if (cell === undefined || (key === 'title' && cell === '')) continue;
    if (cell.length > limits[key]) report.add(first, 'text_too_long', key);
    next[places[key]] = cell;
  }
  if (next.title === '') report.add(first, 'title_missing', 'title');
  const description = first.cells.get('description');
  if (description !== undefined) {
    if (description.length > 40_000) report.add(first, 'text_too_long', 'description');
    else next.descriptionHtml = htmlOf(description);
  }
}

function lists(next: ProductState, first: MappedRow, report: Report): void {
  const limits = { tags: [50, 40], highlights: [20, 200] } as const;
  for (const key of ['tags', 'highlights'] as const) {
    const cell = first.cells.get(key);
    if (cell === undefined) continue;
    const [most, longest] = limits[key];
    next[key] = splitList(cell);
    if (next[key].length > most || next[key].some((value) => value.length > longest)) {
      report.add(first, 'text_too_long', key);
    }
  }
  const attributes = first.cells.get('attributes');
  if (attributes === undefined) return;
  next.attributes = splitList(attributes).map((text) => {
    const cut = text.indexOf(':');
    return { name: text.slice(0, Math.max(0, cut)).trim(), value: text.slice(cut + 1).trim() };
  });
  const wrong = ({ name, value }: { name: string; value: string }) =>
    name === '' || value === '' || name.length > 200 || value.length > 200;
  if (next.attributes.length > 50 || next.attributes.some(wrong)) report.add(first, 'attribute_invalid', 'attributes');
}

function place(next: ProductState, first: MappedRow, around: Around, report: Report): void {
  const path = first.cells.get('category')?.replace(/^\/|\/$/g, '') ?? '';
  if (path !== '' && path !== next.category) {
    const category = around.categories.get(path);
    if (!category) report.add(first, 'category_unknown', 'category');
    else if (!category.active) report.add(first, 'category_inactive', 'category');
    else {
      next.category = path;
      next.categoryId = category.id;
    }
  } else if (next.category === '') report.add(first, 'category_missing', 'category');
  const status = first.cells.get('status') ?? '';
  if (status === '') return;
  const known = statuses[status.toLowerCase()];
  if (known) next.status = known;
  else report.add(first, 'status_unknown', 'status');
}

/** What a file can say of a product; ids and what follows from the rest are left out. */
function fingerprint(product: ProductState): string {
  const { id, slug, description, categoryId, handle, attributeValues, variants, options, ...rest } = product;
  return JSON.stringify({
    ...rest,
    options: options.map(({ name, values }) => [name, values.map(({ value }) => value)]),
    variants: variants
      .filter(({ active }) => active)
      .map((variant) => [
        variant.sku,
        options.map(({ name }) => variant.optionValues[name] ?? ''),
        variant.weightGrams,
        variant.barcode,
        variant.imageIndex,
        Object.entries(variant.prices).sort(([left], [right]) => (left < right ? -1 : 1)),
      ]),
  });
}

/** What one product's lines come to: nothing, a write, or everything that is wrong with them. Writes nothing itself. */
export function planProduct(group: RowGroup, around: Around): Plan {
  const [first] = group.rows;
  if (!first) return { kind: 'refused', problems: [] };
  const { current } = around;
  const report: Report = {
    problems: [],
    warnings: [],
    add: (row, code, column) => report.problems.push(problem(row.row, code, column, row.cells.get(column ?? '') ?? '')),
  };
  if (!current && group.handle === '') {
    const code = (first.cells.get('sku') ?? '') === '' ? 'handle_missing' : 'product_unknown';
    report.add(first, code, 'sku');
    return { kind: 'refused', problems: report.problems };
  }
  if (group.handle.length > 200) report.add(first, 'handle_invalid', 'handle');
  const next: ProductState = structuredClone(current ?? empty(group.handle));
  texts(next, first, report);
  lists(next, first, report);
  place(next, first, around, report);
  planImages(next, first, around, report);
  const stock = planVariants(next, group.rows, around, report);
  if (report.problems.length > 0) return { kind: 'refused', problems: withSiblings(group, report.problems) };
  if (current && stock.size === 0 && report.warnings.length === 0 && fingerprint(current) === fingerprint(next)) {
    return { kind: 'same', product: current };
  }
  return { kind: 'write', current, next, stock, warnings: report.warnings };
}

/** All lines of a refused product are in the file of errors, so that correcting that file is enough. */
export function withSiblings(group: RowGroup, problems: RowProblem[]): RowProblem[] {
  const named = new Set(problems.map(({ row }) => row));
  return [
    ...problems,
    ...group.rows.filter(({ row }) => !named.has(row)).map(({ row }) => problem(row, 'other_row_wrong')),
  ];
}
