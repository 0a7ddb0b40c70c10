import { useApi } from '@mallhive/api-client';
import { Badge, Button, EmptyState } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '../../../logic/days.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { shareText } from '../../../logic/share.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { CommissionRule } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';
import { useCategories } from '../../product/use-categories.ts';
import { DataTable } from '../../table/DataTable.tsx';

const text = payoutMessages.commission;
const tones = { now: 'positive', next: 'caution', past: 'neutral' } as const;

/** Every rule, those that hold first. */
export function RuleList({ rules }: { rules: readonly CommissionRule[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const categories = useCategories();
  const end = useMutation(
    api.payments.endCommissionRule.mutationOptions({
      onSuccess: () => toast.show({ message: text.ended }),
      onError: (error) => toast.show({ message: sayRefusal(error, payoutMessages.refused, payoutMessages.failed) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  if (rules.length === 0) return <EmptyState title={text.empty}>{text.emptyText}</EmptyState>;
  const sellerOf = ({ sellerId, sellerName }: CommissionRule) =>
    sellerId === null ? text.everySeller : (sellerName ?? payoutMessages.admin.unknown);
  const categoryOf = ({ categoryId }: CommissionRule) =>
    categoryId === null ? text.everyCategory : (categories.find(({ id }) => id === categoryId)?.label ?? '…');
  const nameOf = (rule: CommissionRule) => `${sellerOf(rule)}, ${categoryOf(rule)}`;
  const timeOf = ({ validFrom, validUntil }: CommissionRule) =>
    text.time(dayOf(validFrom), validUntil && dayOf(validUntil));
  const state = (rule: CommissionRule) => <Badge tone={tones[rule.state]}>{text.states[rule.state]}</Badge>;
  const askAndEnd = async (rule: CommissionRule) => {
    const question = { title: text.endTitle, body: text.endText, confirm: text.end, tone: 'danger' as const };
    if (await confirm(question)) end.mutate({ ruleId: rule.id });
  };
  const action = (rule: CommissionRule) =>
    rule.state === 'past' ? null : (
      <Button
        variant="secondary"
        size="small"
        aria-label={text.endOf(nameOf(rule))}
        disabled={end.isPending}
        onClick={() => void askAndEnd(rule)}
      >
        {text.end}
      </Button>
    );
  const order = { now: 0, next: 1, past: 2 };
  return (
    <DataTable
      caption={text.rules}
      rows={rules.toSorted((a, b) => order[a.state] - order[b.state])}
      rowKey={({ id }) => id}
      rowName={nameOf}
      columns={[
        { key: 'seller', label: text.seller, render: sellerOf },
        { key: 'category', label: text.category, render: categoryOf },
        { key: 'time', label: text.from, render: timeOf },
        { key: 'state', label: payoutMessages.list.status, render: state },
        { key: 'share', label: text.share, align: 'end', render: (rule) => shareText(rule.basisPoints) },
        { key: 'action', label: '', align: 'end', render: action },
      ]}
      card={(rule) => (
        <div className="grid gap-1">
          <p className="flex justify-between gap-3 font-semibold">
            <span className="min-w-0">{nameOf(rule)}</span>
            <span className="tabular-nums">{shareText(rule.basisPoints)}</span>
          </p>
          <p className="text-sm text-ink-soft">{timeOf(rule)}</p>
          <span className="flex items-center justify-between gap-2">
            {state(rule)}
            {action(rule)}
          </span>
        </div>
      )}
    />
  );
}
