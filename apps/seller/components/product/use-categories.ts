import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

export interface CategoryChoice {
  id: string;
  /** From the root: `Home & living › Kitchen`. */
  label: string;
}

/** Every category as a choice of a list. */
export function useCategories(): CategoryChoice[] {
  const api = useApi();
  const query = useQuery(api.catalog.categories.queryOptions({}, { staleTime: 300_000 }));
  const categories = query.data?.categories;
  return useMemo(() => {
    const names = new Map(categories?.map(({ path, name }) => [path, name]));
    return (categories ?? []).map(({ id, path }) => {
      const steps = path.split('/');
      const label = steps.map((_, index) => names.get(steps.slice(0, index + 1).join('/')) ?? steps[index]).join(' › ');
      return { id, label };
    });
  }, [categories]);
}
