import { useApi } from '@mallhive/api-client';
import { Button, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { saveFile } from '../../logic/save-file.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import type { StatementMonth } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';

const text = payoutMessages.statements;
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const nameOf = ({ month, currency }: StatementMonth) =>
  `${monthName.format(new Date(`${month}-01T00:00:00Z`))}, ${currency}`;
const formats = ['pdf', 'csv'] as const;

function StatementRow({ statement }: { statement: StatementMonth }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const { month, currency, earned, paidOut, closing } = statement;
  const say = (amount: number) => formatMoney({ amount, currency });
  const download = useMutation({
    // Asked for when it is wanted, and not kept: the month may not be over.
    mutationFn: (format: (typeof formats)[number]) =>
      queries.fetchQuery(
        api.payments.statement.queryOptions({ sellerId, month, currency, format }, { staleTime: 0, gcTime: 0 }),
      ),
    onSuccess: saveFile,
    onError: () => toast.show({ message: payoutMessages.failed }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{nameOf(statement)}</p>
        <p className="text-sm text-ink-soft tabular-nums">
          {text.earned} {say(earned)} · {text.paidOut} {say(paidOut)} · {text.closing} {say(closing)}
        </p>
      </div>
      <div className="flex gap-2">
        {formats.map((format) => (
          <Button
            key={format}
            variant="secondary"
            size="small"
            aria-label={text.download(format.toUpperCase(), nameOf(statement))}
            busy={download.isPending && download.variables === format}
            onClick={() => download.mutate(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
    </li>
  );
}

export function Statements() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const query = useQuery(api.payments.statements.queryOptions({ sellerId }));
  return (
    <Panel title={text.title} lead={text.lead}>
      <Loaded query={query}>
        {({ statements }) =>
          statements.length === 0 ? (
            <p className="text-ink-soft">{text.empty}</p>
          ) : (
            <ul className="divide-y divide-line">
              {statements.map((statement) => (
                <StatementRow key={`${statement.month}${statement.currency}`} statement={statement} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
