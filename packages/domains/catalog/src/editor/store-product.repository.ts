import { isUniqueViolation, type SqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { productInvalid } from '../errors.ts';
import { resubmitForModeration, submitForModeration, withdrawFromModeration } from '../moderation/submit.repository.ts';
import { plainText } from '../rich-text.ts';
import { changesOf } from './changes-of.ts';
import { problemsOf } from './check-product.ts';
import { readSurroundings } from './load.repository.ts';
import { contentOf, type FieldsInput, mergeInput, translationRows, variantRow } from './merge-input.ts';
import type { ProductContent, StoredState } from './product-state.ts';
import { finish, holdSlugs, writeProduct } from './write.repository.ts';

interface Storing {
  at: Date;
  actor: AuditActor;
  /** `product.update`; what the audit log calls it. */
  action: string;
  created?: boolean;
}

/** Long texts are told by their beginning. */
const auditable = (value: unknown): unknown =>
  typeof value === 'string' && value.length > 300 ? `${value.slice(0, 300)}…` : value;

const willBePublic = ({ status, publishAt }: ProductContent) => status === 'published' || publishAt !== null;

/** Checks and writes an edit of a locked product: rules, moderation, audit, cards and events. False when nothing changes. */
export async function storeProduct(
  tx: SqlTransaction,
  stored: StoredState,
  input: FieldsInput,
  storing: Storing,
): Promise<boolean> {
  const { at, actor } = storing;
  const { content, problems } = mergeInput(stored, input);
  const before = contentOf(stored);
  const changes = changesOf(before, content);
  const touched = new Set(Object.keys(changes) as (keyof ProductContent)[]);
  const tryAgain = input.status === 'published' && stored.status === 'published' && stored.moderation === 'rejected';
  if (problems.length === 0 && touched.size === 0 && !storing.created && !tryAgain) return false;

  if (touched.has('slug')) await holdSlugs(tx);
  const skus = content.variants.map(({ sku }) => sku);
  const around = await readSurroundings(tx, { ...content, sellerId: stored.sellerId, id: stored.id, skus });
  const goesPublic = willBePublic(content);
  const becomesPublic = goesPublic && !willBePublic(before);
  const check = { content, around, currency: stored.currency, goesPublic, becomesPublic, now: at, touched };
  const found = [...problems, ...problemsOf(check)];
  if (found.length > 0) throw productInvalid(found);

  const has = (field: keyof ProductContent) => touched.has(field);
  const variantsToo = has('variants') || has('options');
  const known = new Map([...stored.variants, ...stored.retired].map(({ id, sku }) => [id, sku]));
  const fields = Object.fromEntries([...touched].map((field) => [field, content[field]]));
  try {
    await writeProduct(tx, {
      id: stored.id,
      sellerId: stored.sellerId,
      fields: has('descriptionHtml') ? { ...fields, description: plainText(content.descriptionHtml) } : fields,
      variants: variantsToo ? content.variants.map((variant) => variantRow(variant, content.options)) : null,
      renamed: content.variants.filter(({ id, sku }) => known.has(id) && known.get(id) !== sku).map(({ id }) => id),
      prices: has('variants'),
      sales: has('sales') ? content.sales : null,
      translations: has('translations') ? translationRows(content.translations) : null,
      previousSlug: has('slug') && !storing.created ? stored.slug : null,
      at,
      userId: actor.userId,
    });
  } catch (error) {
    // Two saves at once: the rules were right a moment ago, the index decides.
    if (isUniqueViolation(error, 'variants_sku_of_seller'))
      throw productInvalid([{ path: 'variants', code: 'sku_taken' }]);
    if (isUniqueViolation(error, 'products_slug_key')) throw productInvalid([{ path: 'slug', code: 'slug_taken' }]);
    throw error;
  }
  const faceChanged = has('title') || has('images');
  if (content.status !== 'published') {
    if (stored.moderation === 'pending') await withdrawFromModeration(tx, [stored.id]);
  } else if (stored.flagged && stored.moderation === 'approved' && faceChanged && stored.status === 'published') {
    const { title, description, images } = stored;
    await resubmitForModeration(tx, stored.id, 'changed', { title, description, images }, at);
  } else if (stored.moderation !== 'pending') {
    if (has('status') || stored.moderation !== 'approved')
      await submitForModeration(tx, [stored.id], at, stored.flagged && faceChanged);
  }
  await finish(tx, {
    id: stored.id,
    at,
    audit: [
      {
        actor,
        sellerId: stored.sellerId,
        action: storing.action,
        objectType: 'product',
        objectId: stored.id,
        changes: Object.fromEntries(
          Object.entries(changes).map(([field, [was, is]]) => [field, [auditable(was), auditable(is)] as const]),
        ),
        at,
      },
    ],
    created: storing.created ?? false,
    previousSlug: has('slug') && !storing.created ? stored.slug : null,
    previousPath: has('categoryId') ? stored.category.path : null,
    pricesToo: variantsToo || has('sales') || has('status') || storing.created === true,
    sellersToo: has('status') || stored.moderation === 'rejected' || (stored.flagged && faceChanged),
  });
  return true;
}
