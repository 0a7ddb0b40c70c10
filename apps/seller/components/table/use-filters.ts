import { useRouter } from 'next/router';
import { useCallback, useMemo } from 'react';

export interface Filters<Name extends string> {
  values: Record<Name, string>;
  /** Empty removes it from the address. */
  set: (changes: Partial<Record<Name, string>>) => void;
  clear: () => void;
  /** How many are set. */
  active: number;
  /** The same filters, the same text: a key for caches and selections. */
  scope: string;
}

/** Filters live in the address: a list can be bookmarked, sent on and left by the back button. Names must be a constant. */
export function useFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const router = useRouter();
  const { query } = router;
  const values = useMemo(
    () =>
      Object.fromEntries(
        names.map((name) => {
          const value = query[name];
          return [name, typeof value === 'string' ? value.slice(0, 200) : ''];
        }),
      ) as Record<Name, string>,
    [names, query],
  );
  const go = useCallback(
    (next: Record<string, string>) => {
      const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''));
      void router.replace({ pathname: router.pathname, query: kept }, undefined, { shallow: true, scroll: false });
    },
    [router],
  );
  return {
    values,
    set: (changes) => go({ ...values, ...changes } as Record<string, string>),
    clear: () => go({}),
    active: Object.values(values).filter((value) => value !== '').length,
    scope: JSON.stringify(values),
  };
}
