import { useApi } from '@mallhive/api-client';
import { Button, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { saveFile } from '../../../logic/save-file.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { Money } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';
import { Panel } from '../../PageHead.tsx';

const text = payoutMessages.admin;

/** What waits for a file, a currency each; making it sends the payouts and hands out the file. */
export function ReadyForBank({ planned }: { planned: readonly (Money & { count: number })[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const onError = (error: unknown) =>
    toast.show({ message: sayRefusal(error, payoutMessages.refused, payoutMessages.failed) });
  const download = useMutation(api.payments.payoutFile.mutationOptions({ onSuccess: saveFile, onError }));
  const make = useMutation(
    api.payments.createPayoutFile.mutationOptions({
      onSuccess: ({ fileId }) => download.mutate({ fileId }),
      onError,
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const askAndMake = async (sum: Money) => {
    const question = { title: text.confirmTitle(formatMoney(sum)), body: text.confirmText, confirm: text.makeFile };
    if (await confirm(question)) make.mutate({ currency: sum.currency });
  };
  return (
    <Panel title={text.toFile}>
      {planned.length === 0 ? <p className="text-ink-soft">{text.nothing}</p> : null}
      <ul className="divide-y divide-line">
        {planned.map((sum) => (
          <li key={sum.currency} className="flex flex-wrap items-center gap-4 py-4 first:pt-0 last:pb-0">
            <div className="min-w-0 flex-1">
              <p className="text-2xl font-semibold tabular-nums">{formatMoney(sum)}</p>
              <p className="text-sm text-ink-soft">{text.toFileText(sum.count)}</p>
            </div>
            <Button
              variant="accent"
              aria-label={text.makeFileOf(sum.currency)}
              busy={make.isPending}
              onClick={() => void askAndMake(sum)}
            >
              {text.makeFile}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
