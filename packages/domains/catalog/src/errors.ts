import { AppError } from '@mallhive/kernel';

/** Thrown when no published product has the slug, now or formerly; and when a seller names a product that is not theirs. */
export const productNotFound = () => new AppError('not_found', 'product_not_found', 'This product does not exist.');

/** Thrown when no seller has the slug. */
export const sellerNotFound = () => new AppError('not_found', 'seller_not_found', 'This shop does not exist.');

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown when the caller's role in the organisation may look but not edit. */
export const roleTooLow = () =>
  new AppError('forbidden', 'role_too_low', 'Ask an owner or manager of your shop to make this change.');

/** Thrown when somebody else saved the product after the caller had read it. */
export const productChangedMeanwhile = (stored: {
  version: number;
  changedAt: string;
  changedBy: { id: string; name: string } | null;
}) =>
  new AppError('conflict', 'product_changed', 'Somebody else changed this product. Reload it and try again.', {
    details: stored,
  });

/** Thrown when an edit names a variant that the product does not have. */
export const variantUnknown = (variantIds: string[]) =>
  new AppError('unprocessable', 'variant_unknown', 'One of the variants does not belong to this product.', {
    details: { variantIds },
  });

/** Thrown when the price before the reduction is not above the price itself. */
export const compareAtTooLow = (variantIds: string[]) =>
  new AppError('unprocessable', 'compare_at_too_low', 'The price before the sale must be higher than the price.', {
    details: { variantIds },
  });

/** Thrown when a cursor was not made by the same list in the same order. */
export const cursorInvalid = () => new AppError('bad_request', 'cursor_invalid', 'This page of the list is not valid.');

/** Thrown when a product draft names a category that does not exist. */
export const categoryUnknown = (paths: string[]) =>
  new AppError('unprocessable', 'category_unknown', 'A category of these products does not exist.', {
    details: { paths },
  });

/** Thrown when a category draft's parent neither exists nor is among the drafts. */
export const categoryParentUnknown = (paths: string[]) =>
  new AppError('unprocessable', 'category_parent_unknown', 'The parent of a category does not exist.', {
    details: { paths },
  });

/** Thrown when an import gives a SKU to a product while another one of the shop has it. */
export const skuTaken = (skus: string[]) =>
  new AppError('conflict', 'sku_taken', 'Another product of this shop has this SKU.', {
    details: { skus: skus.slice(0, 100) },
  });

/** Thrown when a suspended or rejected organisation wants to change something. */
export const sellerNotActive = () =>
  new AppError('forbidden', 'seller_not_active', 'Your shop is closed at the moment, so nothing can be changed.');

/** Thrown when somebody who is not an administrator asks for what only those may do. */
export const administratorsOnly = () =>
  new AppError('forbidden', 'not_allowed', 'Only administrators of the marketplace may do this.');

/** Thrown when a product cannot be stored as it is; every problem at once, with the path of the field. */
export const productInvalid = (problems: readonly { path: string; code: string }[]) =>
  new AppError('unprocessable', 'product_invalid', 'Please look at the fields that are marked.', {
    details: { problems: problems.slice(0, 200) },
  });

/** Thrown when a product that was public once shall be deleted. */
export const productWasPublished = () =>
  new AppError('conflict', 'product_was_published', 'A product that was public can only be archived.');

/** Thrown when a category that is named does not exist. */
export const categoryNotFound = () => new AppError('not_found', 'category_not_found', 'This category does not exist.');

/** Thrown when another category has the address already. */
export const categoryPathTaken = (path: string) =>
  new AppError('conflict', 'category_path_taken', 'Another category has this address.', { details: { path } });

/** Thrown when a category shall go below itself. */
export const categoryCycle = () =>
  new AppError('unprocessable', 'category_cycle', 'A category cannot be moved into itself or below.');

/** Thrown when a move would make the tree more than five levels deep. */
export const categoryTooDeep = () =>
  new AppError('unprocessable', 'category_too_deep', 'Categories can be five levels deep.');

/** Thrown when an attribute that products have values of shall be of another type. */
export const attributeTypeFixed = (name: string) =>
  new AppError('conflict', 'attribute_type_fixed', 'Products use this attribute, so its type cannot change.', {
    details: { name },
  });

/** Thrown when two attributes share a name, choices are missing or doubled, or one is of another category. */
export const attributesInvalid = () =>
  new AppError('unprocessable', 'attributes_invalid', 'Give every attribute its own name, and choices that differ.');

/** Thrown when somebody decides upon a product that does not wait any more. */
export const alreadyDecided = () => new AppError('conflict', 'already_decided', 'Somebody has decided this already.');

/** Thrown when a rejection does not say why. */
export const reasonMissing = () => new AppError('unprocessable', 'reason_missing', 'Tell the seller why.');

/** Thrown when nothing waits under this id. */
export const caseNotFound = () =>
  new AppError('not_found', 'case_not_found', 'This product does not wait for a decision.');

/** Thrown when an exchange rate is zero. */
export const rateInvalid = () =>
  new AppError('unprocessable', 'rate_invalid', 'An exchange rate is greater than zero.');
