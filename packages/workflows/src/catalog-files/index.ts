import type { Inngest, InngestFunction } from 'inngest';
import { allowReviews } from './allow-reviews.ts';
import { cleanUp } from './clean-up.ts';
import { countStock } from './count-stock.ts';
import { runExport } from './run-export.ts';
import { runImport } from './run-import.ts';
import type { FileDependencies } from './step.ts';

/** Files of products and pictures, and who may write reviews. */
const functions = [runImport, runExport, countStock, allowReviews, cleanUp];

export function createCatalogFileFunctions(
  inngest: Inngest.Any,
  dependencies: FileDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
