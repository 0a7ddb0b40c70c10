import Link from 'next/link';

interface FilterTabsProps {
  label: string;
  /** The page's own address without a query. */
  path: string;
  filters: readonly { id: string; label: string; count: number | undefined }[];
  selected: string;
  /** Of the filter in the address. */
  name?: string;
  /** Other parts of the query that stay. */
  keep?: Record<string, string>;
}

/** Links, not buttons: a filter can be bookmarked, and the back button undoes it. */
export function FilterTabs({ label, path, filters, selected, keep = {}, name: parameter = 'status' }: FilterTabsProps) {
  return (
    <nav className="mh-tabs" aria-label={label}>
      {filters.map(({ id, label: name, count }) => (
        <Link
          key={id}
          className="mh-tab"
          href={{ pathname: path, query: { ...keep, ...(id !== 'all' && { [parameter]: id }) } }}
          aria-current={id === selected ? 'page' : undefined}
          shallow
          replace
        >
          {name}
          {count === undefined ? null : <span className="mh-tab-count">{count.toLocaleString('en-GB')}</span>}
        </Link>
      ))}
    </nav>
  );
}
