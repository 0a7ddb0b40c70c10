import { refusalOf, useApi } from '@mallhive/api-client';
import { RadioCards, SelectField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import { adjustResult, wholeNumber } from '../../logic/stock.ts';
import { stockMessages } from '../../messages/stock.ts';
import type { InventoryRow, StockLocation } from '../../types.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useOrganisation } from '../organisation.tsx';
import { ProductName, stockName } from './ProductName.tsx';

const text = stockMessages.adjusting;
const reasons = ['received', 'returned', 'damaged', 'lost', 'correction'] as const;

interface AdjustDialogProps {
  row: InventoryRow;
  locations: readonly StockLocation[];
  locationId: string | null;
  onClose: () => void;
}

/** More, fewer or counted anew at one location. Keyed by its row: it begins anew for each. */
export function AdjustDialog({ row, locations, locationId: wanted, onClose }: AdjustDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  // One id for one change: sending it twice changes the stock once.
  const [changeId] = useState(newId);
  const [locationId, setLocationId] = useState(wanted ?? row.levels[0]?.locationId ?? locations[0]?.id ?? '');
  const [kind, setKind] = useState<'by' | 'set'>('by');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>('received');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const level = row.levels.find((candidate) => candidate.locationId === locationId);
  const onHand = level?.onHand ?? 0;
  const { problem, after } = adjustResult({ kind, amount }, onHand);
  const adjust = useMutation(
    api.cart.adjustStock.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.done });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.cart.pathKey() }),
    }),
  );
  const submit = () => {
    setTried(true);
    const number = wholeNumber(amount);
    if (problem || number === null) return;
    adjust.mutate({
      sellerId,
      changeId,
      variantId: row.variantId,
      locationId,
      change: kind === 'by' ? { kind, delta: number } : { kind, onHand: number },
      reason: kind === 'set' ? 'count' : reason,
      note,
    });
  };
  const refusal = refusalOf(adjust.error)?.reason;
  return (
    <FormDialog
      title={text.title}
      label={stockMessages.adjustOf(stockName(row))}
      submit={text.submit}
      submitting={text.saving}
      busy={adjust.isPending}
      refusal={adjust.isError ? ((refusal && stockMessages.refused[refusal]) ?? stockMessages.failed) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <ProductName row={row} />
      <SelectField
        label={stockMessages.location}
        value={locationId}
        hint={text.now(onHand, level?.reserved ?? 0)}
        options={locations
          .filter(({ active, id }) => active || row.levels.some((held) => held.locationId === id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setLocationId(event.currentTarget.value)}
      />
      <RadioCards
        legend={text.kind}
        value={kind}
        onChange={(value) => setKind(value === 'set' ? 'set' : 'by')}
        options={[
          { value: 'by', label: text.by, description: text.byHint },
          { value: 'set', label: text.set, description: text.setHint },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <TextField
          label={kind === 'by' ? text.delta : text.onHand}
          name="amount"
          inputMode={kind === 'by' ? 'text' : 'numeric'}
          autoComplete="off"
          required
          value={amount}
          error={tried && problem ? stockMessages.problem[problem] : null}
          hint={problem ? undefined : text.after(after)}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        {kind === 'by' ? (
          <SelectField
            label={text.reason}
            value={reason}
            options={reasons.map((id) => ({ value: id, label: stockMessages.reasons[id] ?? id }))}
            onChange={(event) => {
              const next = reasons.find((id) => id === event.currentTarget.value);
              if (next) setReason(next);
            }}
          />
        ) : null}
      </div>
      <TextField
        label={text.note}
        name="note"
        optional
        maxLength={200}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
