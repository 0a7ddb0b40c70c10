import type { WorkflowDependencies } from '../dependencies.ts';

const timeoutMs = 10_000;

/** Tells the shell which pages to make anew. A fault is thrown, so that the step is tried again; done twice it does no harm. */
export async function revalidatePages(
  { shellUrl, internalSecret }: WorkflowDependencies['web'],
  paths: readonly string[],
): Promise<{ paths: number }> {
  if (paths.length === 0) return { paths: 0 };
  const response = await fetch(new URL('/api/revalidate', shellUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${internalSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ paths }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok)
    throw new Error(`The shell answered ${response.status} to the revalidation of ${paths.length} pages`);
  await response.body?.cancel();
  return { paths: paths.length };
}
