/** `a/b/c` → `['a', 'a/b', 'a/b/c']`: the pages that show a product of category `a/b/c`. */
export function pathWithAncestors(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

export function parentPath(path: string): string | null {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? null : path.slice(0, cut);
}
