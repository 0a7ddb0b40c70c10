import { useMemo, useState } from 'react';

export interface Selection {
  ids: readonly string[];
  count: number;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  setAll: (ids: readonly string[], chosen: boolean) => void;
  clear: () => void;
}

/** Which rows are chosen. Give it a `scope` (the filters): what was chosen under others is not carried over unseen. */
export function useSelection(scope: string): Selection {
  const [state, setState] = useState<{ scope: string; ids: ReadonlySet<string> }>({ scope, ids: new Set() });
  const ids = state.scope === scope ? state.ids : new Set<string>();
  return useMemo(() => {
    const set = (next: ReadonlySet<string>) => setState({ scope, ids: next });
    return {
      ids: [...ids],
      count: ids.size,
      has: (id) => ids.has(id),
      toggle: (id) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        set(next);
      },
      setAll: (wanted, chosen) => {
        const next = new Set(ids);
        for (const id of wanted) {
          if (chosen) next.add(id);
          else next.delete(id);
        }
        set(next);
      },
      clear: () => set(new Set()),
    };
  }, [ids, scope]);
}
