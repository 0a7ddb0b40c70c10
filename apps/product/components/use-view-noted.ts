import { useApi } from '@mallhive/api-client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readRecentlyViewed, rememberViewed } from '../logic/recently-viewed.ts';
import { randomId, visitorId } from '../logic/visitor.ts';
import type { Product } from '../types.ts';

/**
 * Counts the view once a product has been on screen for a second (a look, not a redirect), and remembers it in this browser.
 * @returns what was looked at before, without this product.
 */
export function useViewNoted(product: Pick<Product, 'id' | 'slug'>): string[] {
  const api = useApi();
  const track = useMutation(api.analytics.track.mutationOptions({ retry: 0 }));
  const send = useRef(track.mutate);
  send.current = track.mutate;
  const [earlier, setEarlier] = useState<string[]>([]);
  useEffect(() => {
    setEarlier(readRecentlyViewed(localStorage).filter((id) => id !== product.id));
    const timer = setTimeout(() => {
      rememberViewed(localStorage, product.id);
      send.current({
        visitorId: visitorId(localStorage),
        events: [
          {
            id: randomId(),
            type: 'product_view',
            at: new Date().toISOString(),
            path: `/p/${product.slug}`,
            productId: product.id,
          },
        ],
      });
    }, 1000);
    return () => clearTimeout(timer);
  }, [product.id, product.slug]);
  return earlier;
}
