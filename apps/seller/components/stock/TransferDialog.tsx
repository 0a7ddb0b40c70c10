import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, SelectField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import { wholeNumber } from '../../logic/stock.ts';
import { stockMessages } from '../../messages/stock.ts';
import type { InventoryRow, StockLocation } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { ProductName } from './ProductName.tsx';

const text = stockMessages.transferring;

interface TransferDialogProps {
  row: InventoryRow;
  locations: readonly StockLocation[];
  onClose: () => void;
}

export function TransferDialog({ row, locations, onClose }: TransferDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [transferId] = useState(newId);
  const held = row.levels.toSorted((one, other) => other.available - one.available);
  const [fromId, setFromId] = useState(held[0]?.locationId ?? locations[0]?.id ?? '');
  const [toId, setToId] = useState(locations.find(({ id, active }) => active && id !== held[0]?.locationId)?.id ?? '');
  const [quantity, setQuantity] = useState('');
  const [tried, setTried] = useState(false);
  const free = row.levels.find(({ locationId }) => locationId === fromId)?.available ?? 0;
  const units = wholeNumber(quantity);
  const problem = units === null || units < 1 ? 'wholeNumber' : units > free ? 'tooMany' : null;
  const open = locations.filter(({ active }) => active);
  const move = useMutation(
    api.cart.transferStock.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.done });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.cart.pathKey() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem || units === null) return;
    move.mutate({ sellerId, transferId, variantId: row.variantId, fromId, toId, quantity: units, note: '' });
  };
  const choose = (id: string) => {
    setFromId(id);
    if (id === toId) setToId(open.find((location) => location.id !== id)?.id ?? '');
  };
  const refusal = refusalOf(move.error)?.reason;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="transfer" variant="accent" busy={move.isPending} disabled={open.length < 2}>
            {move.isPending ? text.saving : text.submit}
          </Button>
        </div>
      }
    >
      <form id="transfer" noValidate onSubmit={submit} className="grid gap-4" aria-label={text.title}>
        <ProductName row={row} />
        {open.length < 2 ? <Notice>{text.oneLocation}</Notice> : null}
        {move.isError ? (
          <Notice tone="danger" role="alert">
            {(refusal && stockMessages.refused[refusal]) ?? stockMessages.failed}
          </Notice>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={text.from}
            value={fromId}
            hint={text.free(free)}
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          <SelectField
            label={text.to}
            value={toId}
            options={open.filter(({ id }) => id !== fromId).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setToId(event.currentTarget.value)}
          />
        </div>
        <TextField
          label={text.quantity}
          name="quantity"
          inputMode="numeric"
          autoComplete="off"
          required
          value={quantity}
          error={tried && problem ? stockMessages.problem[problem] : null}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
