import { useApi } from '@mallhive/api-client';
import { SelectField } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';

interface SellerFieldProps {
  label: string;
  /** What no seller means. */
  none: string;
  value: string;
  error?: string | null;
  onChange: (sellerId: string) => void;
}

/** Approved sellers, by name. */
export function SellerField({ label, none, value, error = null, onChange }: SellerFieldProps) {
  const api = useApi();
  const query = useQuery(
    api.identity.sellers.queryOptions({ query: '', status: 'approved', limit: 100 }, { staleTime: 60_000 }),
  );
  const sellers = [...(query.data?.items ?? [])].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return (
    <SelectField
      label={label}
      value={value}
      error={error}
      options={[{ value: '', label: none }, ...sellers.map(({ sellerId, name }) => ({ value: sellerId, label: name }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
