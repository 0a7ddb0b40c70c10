import { useEffect, useRef } from 'react';
import { earlyEntries } from '../logic/early-entries.ts';

export const checkoutFormId = 'checkout-form';

/**
 * Hands over, once and as soon as the scripts run, what was typed and chosen before. Called after what an earlier visit
 * left has been put back: that is older.
 */
export function useEarlyEntries(take: (entries: ReadonlyMap<string, string>) => void): void {
  const latest = useRef<typeof take | null>(take);
  useEffect(() => {
    const entries = earlyEntries(document.querySelectorAll(`#${checkoutFormId} [name]`));
    if (entries.size > 0) latest.current?.(entries);
    latest.current = null;
  }, []);
}
