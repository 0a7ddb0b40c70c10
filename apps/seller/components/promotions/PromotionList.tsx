import { Badge, Button, EmptyState, useI18n } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { dayOf } from '../../logic/days.ts';
import { percentText } from '../../logic/promotion-form.ts';
import { promotionMessages as text } from '../../messages/promotions.ts';
import type { Promotion } from '../../types.ts';
import { PlaceIcon } from '../frame/place-icon.tsx';
import { DataTable } from '../table/DataTable.tsx';

const tones = {
  scheduled: 'neutral',
  active: 'positive',
  ended: 'neutral',
  paused: 'caution',
  archived: 'neutral',
} as const;

const State = ({ row }: { row: Promotion }) => <Badge tone={tones[row.state]}>{text.states[row.state]}</Badge>;

function useSummary() {
  const { money } = useI18n();
  return (row: Promotion): string => {
    const { summary } = text;
    const percent = percentText(row.percentBp);
    if (row.kind === 'percent') return summary.percent(percent);
    if (row.kind === 'free_shipping') return summary.freeShipping;
    if (row.kind === 'buy_x_get_y') return summary.buyGet(row.buyQuantity, row.getQuantity, percent);
    const [first] = Object.entries(row.amounts);
    return first
      ? summary.amount(money({ amount: first[1], currency: first[0] as Promotion['currencies'][number] }))
      : '';
  };
}

function Codes({ row }: { row: Promotion }) {
  const [first, ...others] = row.codes;
  if (!first) return <span className="text-ink-soft">{text.automatic}</span>;
  return (
    <>
      <code className="font-semibold">{first}</code>
      {others.length > 0 ? <span className="block text-sm text-ink-soft">{text.moreCodes(others.length)}</span> : null}
    </>
  );
}

const when = ({ startsAt, endsAt }: Promotion): string =>
  endsAt ? text.range(dayOf(startsAt), dayOf(endsAt)) : text.from(dayOf(startsAt));

function Uses({ row }: { row: Promotion }) {
  const { held, taken, overLimit } = row.uses;
  return (
    <>
      <span className="tabular-nums">{row.limitTotal ? text.ofLimit(taken, row.limitTotal) : taken}</span>
      {held > 0 ? <span className="block text-sm text-ink-soft">{text.held(held)}</span> : null}
      {overLimit > 0 ? <span className="block text-sm text-ink-soft">{text.overLimit(overLimit)}</span> : null}
    </>
  );
}

function Saved({ row }: { row: Promotion }) {
  const { money } = useI18n();
  if (row.saved.length === 0) return <span className="text-ink-soft">{text.nothingSaved}</span>;
  return row.saved.map((amount) => (
    <span key={amount.currency} className="block tabular-nums">
      {money(amount)}
    </span>
  ));
}

interface PromotionListProps {
  promotions: readonly Promotion[];
  /** Null for somebody who may only look. */
  onEdit: ((promotion: Promotion) => void) | null;
  create: ReactNode;
}

export function PromotionList({ promotions, onEdit, create }: PromotionListProps) {
  const summaryOf = useSummary();
  if (promotions.length === 0) {
    return (
      <EmptyState icon={<PlaceIcon name="promotions" />} title={text.emptyTitle} actions={create}>
        {text.emptyText}
      </EmptyState>
    );
  }
  const edit = (row: Promotion) =>
    onEdit ? (
      <Button variant="secondary" size="small" aria-label={text.editOf(row.title)} onClick={() => onEdit(row)}>
        {text.edit}
      </Button>
    ) : null;
  return (
    <DataTable
      caption={text.caption}
      rows={[...promotions]}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      columns={[
        {
          key: 'title',
          label: text.columns.title,
          render: (row) => (
            <>
              <span className="block font-semibold">{row.title}</span>
              <span className="text-sm text-ink-soft">{summaryOf(row)}</span>
            </>
          ),
        },
        { key: 'state', label: text.columns.state, render: (row) => <State row={row} /> },
        { key: 'codes', label: text.columns.codes, render: (row) => <Codes row={row} /> },
        { key: 'when', label: text.columns.when, render: when },
        { key: 'uses', label: text.columns.uses, align: 'end', render: (row) => <Uses row={row} /> },
        { key: 'saved', label: text.columns.saved, align: 'end', render: (row) => <Saved row={row} /> },
        { key: 'actions', label: '', align: 'end', render: edit },
      ]}
      card={(row) => (
        <div className="grid gap-2">
          <div className="flex items-start justify-between gap-3">
            <p>
              <span className="block font-semibold">{row.title}</span>
              <span className="text-sm text-ink-soft">
                {summaryOf(row)} · {when(row)}
              </span>
            </p>
            <State row={row} />
          </div>
          <div className="flex items-end justify-between gap-3">
            <p>
              <Codes row={row} />
              <span className="block text-sm text-ink-soft">
                {text.columns.uses}: <Uses row={row} />
              </span>
            </p>
            {edit(row)}
          </div>
        </div>
      )}
    />
  );
}
