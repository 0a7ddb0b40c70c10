import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import { type PageRemotes, pinsPath } from '../pins.ts';
import type { ModuleId } from '../types.ts';

const firstPauseMs = 2_000;
const longestPauseMs = 20_000;

/**
 * For a page whose main module or data could not be had: asks again until the module is there, then fetches the page's
 * data anew. When the data is what fails, each further try waits longer.
 */
export function useRecovery(module: ModuleId | undefined): void {
  const router = useRouter();
  // Survives the effect, which begins anew whenever the router has changed.
  const pause = useRef(firstPauseMs);
  useEffect(() => {
    if (!module) {
      pause.current = firstPauseMs;
      return;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const tick = async () => {
      if (document.visibilityState === 'visible' && (await isThere(module)) && !stopped) {
        pause.current = Math.min(pause.current * 1.5, longestPauseMs);
        // The browser may hold the failed page's data from a prefetch.
        await router.replace(router.asPath, undefined, { scroll: false, unstable_skipClientCache: true });
      }
      if (!stopped) timer = setTimeout(tick, pause.current);
    };
    timer = setTimeout(tick, pause.current);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [module, router]);
}

async function isThere(module: ModuleId): Promise<boolean> {
  const response = await fetch(`${pinsPath}?m=${encodeURIComponent(module)}`).catch(() => null);
  const now: PageRemotes | null = (await response?.json().catch(() => null)) ?? null;
  return now?.modules.includes(module) ?? false;
}
