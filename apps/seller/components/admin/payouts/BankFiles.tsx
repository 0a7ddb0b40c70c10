import { useApi } from '@mallhive/api-client';
import { Button, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentOf } from '../../../logic/days.ts';
import { saveFile } from '../../../logic/save-file.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { PayoutFile } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';
import { Loaded } from '../../Loaded.tsx';
import { Panel } from '../../PageHead.tsx';

const text = payoutMessages.admin;

function FileRow({ file }: { file: PayoutFile }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const onError = (error: unknown) =>
    toast.show({ message: sayRefusal(error, payoutMessages.refused, payoutMessages.failed) });
  const download = useMutation(api.payments.payoutFile.mutationOptions({ onSuccess: saveFile, onError }));
  const settle = useMutation(
    api.payments.settlePayoutFile.mutationOptions({
      onSuccess: ({ settled }) => toast.show({ message: text.settled(settled) }),
      onError,
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const day = momentOf(file.createdAt);
  const askAndSettle = async () => {
    const question = { title: text.allPaidTitle, body: text.allPaidText, confirm: text.allPaid };
    if (await confirm(question)) settle.mutate({ fileId: file.id });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold tabular-nums">{formatMoney(file)}</p>
        <p className="text-sm text-ink-soft">
          {day} · {text.toFileText(file.count)} · {text.open(file.open, file.count)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="small"
          aria-label={text.downloadOf(day)}
          busy={download.isPending}
          onClick={() => download.mutate({ fileId: file.id })}
        >
          {text.download}
        </Button>
        {file.open > 0 ? (
          <Button
            variant="secondary"
            size="small"
            aria-label={text.allPaidOf(day)}
            busy={settle.isPending}
            onClick={() => void askAndSettle()}
          >
            {text.allPaid}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** The latest files for the bank. */
export function BankFiles() {
  const api = useApi();
  const query = useQuery(api.payments.payoutFiles.queryOptions());
  return (
    <Panel title={text.files}>
      <Loaded query={query}>
        {({ files }) =>
          files.length === 0 ? (
            <p className="text-ink-soft">{text.noFiles}</p>
          ) : (
            <ul className="divide-y divide-line">
              {files.map((file) => (
                <FileRow key={file.id} file={file} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
