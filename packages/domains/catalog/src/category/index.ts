import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type * as contract from '../contract.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import {
  adminCategories,
  createCategory,
  mergeCategory,
  moveCategory,
  setTaxClass,
  updateCategory,
} from './change-tree.ts';
import { adminAttributes, categoryAttributes, saveAttributes } from './save-attributes.ts';
import { findRedirect } from './tree.repository.ts';

/** The category tree and what products of a category say about themselves; part of the catalog's facade. */
export function createCategories(db: Database, ports: CatalogPorts) {
  return {
    categoryAttributes: (input: z.output<typeof contract.categoryAttributesInput>) => categoryAttributes(db, input),
    categoryRedirect: async ({ path }: { path: string }) => ({ redirectTo: await findRedirect(db, path) }),
    adminCategories: (actor: Actor) => adminCategories(db, actor),
    createCategory: (actor: Actor, input: z.output<typeof contract.createCategoryInput>) =>
      createCategory(db, ports, actor, input),
    updateCategory: (actor: Actor, input: z.output<typeof contract.updateCategoryInput>) =>
      updateCategory(db, ports, actor, input),
    moveCategory: (actor: Actor, input: z.output<typeof contract.moveCategoryInput>) =>
      moveCategory(db, ports, actor, input),
    setTaxClass: (actor: Actor, input: z.output<typeof contract.setTaxClassInput>) =>
      setTaxClass(db, ports, actor, input),
    mergeCategory: (actor: Actor, input: z.output<typeof contract.mergeCategoryInput>) =>
      mergeCategory(db, ports, actor, input),
    adminAttributes: (actor: Actor, input: z.output<typeof contract.adminAttributesInput>) =>
      adminAttributes(db, actor, input),
    saveAttributes: (actor: Actor, input: z.output<typeof contract.saveAttributesInput>) =>
      saveAttributes(db, ports, actor, input),
  };
}
