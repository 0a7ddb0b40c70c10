const key = 'mh-recently-viewed';
const most = 12;

/** Newest first, without doubles. */
export function remembered(earlier: readonly string[], productId: string): string[] {
  return [productId, ...earlier.filter((id) => id !== productId)].slice(0, most);
}

/** What this browser looked at before; nothing when storage is shut (even asking for it may throw) or holds something else. */
export function readRecentlyViewed(storage: () => Pick<Storage, 'getItem'>): string[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberViewed(storage: () => Pick<Storage, 'getItem' | 'setItem'>, productId: string): void {
  try {
    storage().setItem(key, JSON.stringify(remembered(readRecentlyViewed(storage), productId)));
  } catch {
    // Private windows may refuse to store; then nothing is remembered.
  }
}
