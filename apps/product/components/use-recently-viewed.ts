import { useEffect, useState } from 'react';
import { readRecentlyViewed, rememberViewed } from '../logic/recently-viewed.ts';

/**
 * Remembers a product in this browser once it has been on screen for a second (a look, not a redirect).
 * @returns what was looked at before, without this product.
 */
export function useRecentlyViewed(productId: string): string[] {
  const [earlier, setEarlier] = useState<string[]>([]);
  useEffect(() => {
    setEarlier(readRecentlyViewed(() => localStorage).filter((id) => id !== productId));
    const timer = setTimeout(() => rememberViewed(() => localStorage, productId), 1000);
    return () => clearTimeout(timer);
  }, [productId]);
  return earlier;
}
