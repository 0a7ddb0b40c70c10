import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False while the server's HTML is being taken over, so that the first render equals it; true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
