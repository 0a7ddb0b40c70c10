import { Badge, Button, EmptyState, LoadMore, SearchIcon, SelectField, TextField } from '@mallhive/ui';
import { momentOf } from '../../logic/days.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { AuditEntry } from '../../types.ts';
import { Loaded, Rows } from '../Loaded.tsx';
import type { Filters } from '../table/use-filters.ts';

const text = organisationMessages.activity;
export const auditFilters = ['domain', 'actor', 'object', 'from', 'to', 'seller'] as const;
type FilterName = (typeof auditFilters)[number];

/** What the address says, as the procedures want it; nonsense is left out. */
export function auditInput(values: Record<FilterName, string>) {
  const id = (value: string) => (/^[0-9a-f-]{36}$/i.test(value) ? value : undefined);
  const day = (value: string, plus = 0) => {
    const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
    return Number.isNaN(at) ? undefined : new Date(at + plus).toISOString();
  };
  return {
    ...(values.domain && { domain: values.domain.slice(0, 40) }),
    ...(id(values.actor) && { actorUserId: id(values.actor) }),
    ...(values.object && { objectId: values.object.slice(0, 200) }),
    ...(day(values.from) && { since: day(values.from) }),
    ...(day(values.to) && { until: day(values.to, 86_400_000) }),
    limit: 50,
  };
}

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return text.nothing;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);
}

function Changes({ entry }: { entry: AuditEntry }) {
  const changes = Object.entries(entry.changes);
  if (changes.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer font-semibold text-ink-soft">{text.details}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="mh-table-scroll mt-2" aria-label={text.details} tabIndex={0}>
        <table className="mh-table">
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(([field, [before, after]]) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td className="max-w-80 break-words">{show(before)}</td>
                <td className="max-w-80 break-words">{show(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Entry({ entry, set }: { entry: AuditEntry; set: Filters<FilterName>['set'] }) {
  const { actor, actorKind } = entry;
  const who = actor ? actor.name || text.gone : text.system;
  return (
    <li className="px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{text.actions[entry.action] ?? entry.action}</span>
        <Badge>{text.areas[entry.domain] ?? entry.domain}</Badge>
        {entry.sellerName ? <span className="text-sm text-ink-soft">{entry.sellerName}</span> : null}
        <time dateTime={entry.at} className="ml-auto text-sm text-ink-soft">
          {momentOf(entry.at)}
        </time>
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        {actor ? (
          <Button
            variant="link"
            size="small"
            aria-label={text.onlyBy(who)}
            onClick={() => set({ actor: actor.userId })}
          >
            {who}
          </Button>
        ) : (
          who
        )}
        {text.kind[actorKind] ? <span>({text.kind[actorKind]})</span> : null}
        <span className="break-all">
          · {entry.objectType} <code>{entry.objectId}</code>
        </span>
        <Button variant="link" size="small" onClick={() => set({ object: entry.objectId })}>
          {text.onlyThis}
        </Button>
      </p>
      <Changes entry={entry} />
    </li>
  );
}

interface Pages {
  data: { pages: { items: AuditEntry[] }[] } | undefined;
  isError: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  isPlaceholderData: boolean;
}

/** Filters, entries, and more of them. */
export function AuditLog({ query, filters }: { query: Pages; filters: Filters<FilterName> }) {
  const { values, set, clear, active } = filters;
  return (
    <>
      <div className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[14rem_11rem_11rem_minmax(0,1fr)_auto]">
        <SelectField
          label={text.area}
          value={values.domain}
          options={[
            { value: '', label: text.everyArea },
            ...Object.entries(text.areas).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => set({ domain: event.currentTarget.value })}
        />
        <TextField
          label={text.from}
          type="date"
          value={values.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextField
          label={text.to}
          type="date"
          value={values.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextField
          label={text.object}
          value={values.object}
          maxLength={200}
          onChange={(event) => set({ object: event.currentTarget.value.trim() })}
        />
        {active > 0 ? (
          <Button variant="link" onClick={clear}>
            {text.clear}
          </Button>
        ) : null}
      </div>
      <div className={query.isPlaceholderData ? 'opacity-60' : ''} aria-busy={query.isFetching}>
        <Loaded query={query} skeleton={<Rows />}>
          {({ pages }) => {
            const entries = pages.flatMap(({ items }) => items);
            if (entries.length === 0) {
              return (
                <EmptyState icon={<SearchIcon />} title={text.empty}>
                  {active > 0 ? text.emptyFiltered : text.emptyText}
                </EmptyState>
              );
            }
            return (
              <>
                <ul className="divide-y divide-line rounded-tile border border-line bg-surface">
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} set={set} />
                  ))}
                </ul>
                {query.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={entries.length}
                    hasMore
                    busy={query.isFetchingNextPage}
                    onLoadMore={() => void query.fetchNextPage()}
                  />
                ) : null}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
