import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import type { Period } from '../../logic/period.ts';
import { analyticsMessages } from '../../messages/analytics.ts';
import { Loaded } from '../Loaded.tsx';
import { FigureTable } from './FigureTable.tsx';

const text = analyticsMessages.terms;
const lists = [
  { only: 'empty', title: text.empty },
  { only: 'not-clicked', title: text.ignored },
  { only: 'all', title: text.all },
] as const;

function Terms({ only, title, period }: (typeof lists)[number] & { period: Period }) {
  const api = useApi();
  const query = useQuery(api.analytics.searchTerms.queryOptions({ ...period, only }, { staleTime: 60_000 }));
  return (
    <Loaded query={query}>
      {({ terms }) => (
        <FigureTable
          title={title}
          file={`searches-${only}-${period.from}-${period.to}`}
          rows={terms}
          rowKey={({ term }) => term}
          columns={[
            { key: 'term', label: text.term, value: ({ term }) => term },
            { key: 'searches', label: text.searches, align: 'end', value: ({ searches }) => searches },
            { key: 'empty', label: text.none, align: 'end', value: ({ empty }) => empty },
            { key: 'clicks', label: text.clicks, align: 'end', value: ({ clicks }) => clicks },
          ]}
        />
      )}
    </Loaded>
  );
}

/** What is searched for and not found, and what of the recommendations is opened. */
export function SearchView({ period }: { period: Period }) {
  const api = useApi();
  const rails = useQuery(api.analytics.rails.queryOptions(period, { staleTime: 60_000 }));
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      {lists.map((list) => (
        <Terms key={list.only} {...list} period={period} />
      ))}
      <Loaded query={rails}>
        {(answer) => (
          <FigureTable
            title={analyticsMessages.rails.title}
            file={`rails-${period.from}-${period.to}`}
            rows={answer.rails}
            rowKey={({ rail }) => rail}
            columns={[
              { key: 'rail', label: analyticsMessages.rails.rail, value: ({ rail }) => rail },
              { key: 'shown', label: analyticsMessages.rails.shown, align: 'end', value: ({ shown }) => shown },
              { key: 'clicked', label: analyticsMessages.rails.clicked, align: 'end', value: ({ clicked }) => clicked },
              {
                key: 'rate',
                label: analyticsMessages.rails.rate,
                align: 'end',
                value: ({ shown, clicked }) => (shown > 0 ? clicked / shown : null),
                render: ({ shown, clicked }) => (shown > 0 ? analyticsMessages.percent(clicked / shown) : '–'),
              },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}
