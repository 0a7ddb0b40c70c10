/** What a guest wanted to put on the wishlist before they were led to sign in. Of this tab alone. */
const key = 'mallhive-wish';
const longestMs = 30 * 60_000;

interface Intent {
  productId: string;
  variantId: string;
}

/** Storage that is refused (private windows, strict settings) means: nothing is remembered. */
export function rememberWish(storage: () => Storage, intent: Intent, now = Date.now()): void {
  try {
    storage().setItem(key, JSON.stringify({ ...intent, at: now }));
  } catch {
    // Signing in works all the same.
  }
}

/** The variant of this product that was wanted, once: asking takes it away. Null when there was none lately. */
export function takeWish(storage: () => Storage, productId: string, now = Date.now()): string | null {
  try {
    const { at, ...intent } = JSON.parse(storage().getItem(key) ?? 'null') as Intent & { at: number };
    if (intent.productId !== productId) return null;
    storage().removeItem(key);
    return now - at < longestMs && typeof intent.variantId === 'string' ? intent.variantId : null;
  } catch {
    return null;
  }
}
