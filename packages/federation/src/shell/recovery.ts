import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { type PageRemotes, pinsPath } from '../pins.ts';
import type { ModuleId } from '../types.ts';

const retryEveryMs = 3_000;

/** For a page whose main module could not be had: asks again until it can, then fetches the page's data anew. */
export function useRecovery(module: ModuleId | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (!module) return;
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const response = await fetch(`${pinsPath}?m=${encodeURIComponent(module)}`).catch(() => null);
      const now: PageRemotes | null = (await response?.json().catch(() => null)) ?? null;
      if (now?.modules.includes(module)) await router.replace(router.asPath, undefined, { scroll: false });
    }, retryEveryMs);
    return () => clearInterval(timer);
  }, [module, router]);
}
