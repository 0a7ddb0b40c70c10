import { productChanged } from '@mallhive/catalog/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { changedPages } from './changed-pages.ts';
import { revalidatePages } from './revalidate-pages.ts';
import type { IncomingEvent, Steps } from './step.ts';

const pagesPerCall = 40;

/**
 * A product changed: first the search index, because listings read it, then the pages that show the product.
 * An edit goes at once, the products of an import a hundred at a time; one run at a time, so that the index is written
 * in the order it was read.
 */
export function refreshProduct(inngest: Inngest.Any, dependencies: Pick<WorkflowDependencies, 'search' | 'web'>) {
  return inngest.createFunction(
    {
      id: 'refresh-product',
      name: 'Index changed products and refresh their pages',
      batchEvents: { maxSize: 100, timeout: '1s', if: 'event.data.bulk == true' },
      concurrency: 1,
      retries: 6,
      triggers: { event: productChanged.name },
    },
    ({ events, step }) => handleProductChanges(dependencies, events, step),
  );
}

export async function handleProductChanges(
  { search, web }: Pick<WorkflowDependencies, 'search' | 'web'>,
  events: readonly IncomingEvent[],
  step: Steps,
): Promise<void> {
  const changes = events.map(({ data }) => productChanged.schema.parse(data));
  const productIds = [...new Set(changes.map(({ productId }) => productId))];
  await step.run('index', () => search.indexProducts(productIds));
  const pages = changedPages(changes);
  // A step for each part, so that one page that fails does not make the others again.
  for (let start = 0; start < pages.length; start += pagesPerCall) {
    const part = pages.slice(start, start + pagesPerCall);
    await step.run(`revalidate-${start / pagesPerCall + 1}`, () => revalidatePages(web, part));
  }
}
