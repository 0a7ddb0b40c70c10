/** The query of a request as the browser's own type. */
export function searchOf(query: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const entry of Array.isArray(value) ? value : [value]) if (entry !== undefined) search.append(key, entry);
  }
  return search;
}
