import type { Catalog } from '../../index.ts';
import { adminAttributes } from './admin-attributes.ts';
import { adminCategories } from './admin-categories.ts';
import { categoryAttributes } from './category-attributes.ts';
import { categoryRedirect } from './category-redirect.ts';
import { createCategory } from './create-category.ts';
import { mergeCategory } from './merge-category.ts';
import { moveCategory } from './move-category.ts';
import { saveAttributes } from './save-attributes.ts';
import { setTaxClass } from './set-tax-class.ts';
import { updateCategory } from './update-category.ts';

/** Categories and their attributes: public reads, and what administrators change. */
export const categoryProcedures = (catalog: Catalog) => ({
  categoryAttributes: categoryAttributes(catalog),
  categoryRedirect: categoryRedirect(catalog),
  adminCategories: adminCategories(catalog),
  createCategory: createCategory(catalog),
  updateCategory: updateCategory(catalog),
  moveCategory: moveCategory(catalog),
  mergeCategory: mergeCategory(catalog),
  setTaxClass: setTaxClass(catalog),
  adminAttributes: adminAttributes(catalog),
  saveAttributes: saveAttributes(catalog),
});
