import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { wholeNumber } from '../../logic/stock.ts';
import { stockMessages } from '../../messages/stock.ts';
import type { InventoryRow } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { ProductName, stockName } from './ProductName.tsx';

const text = stockMessages.alerting;

/** When the team is told of one variant, and how many may be sold beyond what is there. */
export function RuleDialog({ row, onClose }: { row: InventoryRow; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [low, setLow] = useState(row.ownLowBelow === null ? '' : String(row.ownLowBelow));
  const [limit, setLimit] = useState(String(row.backorder.limit));
  const [expectedOn, setExpectedOn] = useState(row.backorder.expectedOn ?? '');
  const [tried, setTried] = useState(false);
  const lowBelow = low.trim() === '' ? null : wholeNumber(low);
  const wrong = low.trim() !== '' && (lowBelow === null || lowBelow < 0);
  const backorderLimit = limit.trim() === '' ? 0 : wholeNumber(limit);
  const limitWrong = backorderLimit === null || backorderLimit < 0;
  const save = useMutation(
    api.cart.setStockRule.mutationOptions({
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
    if (wrong || backorderLimit === null || backorderLimit < 0) return;
    save.mutate({ sellerId, variantId: row.variantId, lowBelow, backorderLimit, expectedOn: expectedOn || null });
  };
  const refusal = refusalOf(save.error)?.reason;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <div className="flex justify-end gap-3">
          <Button type="submit" form="stock-rule" variant="accent" busy={save.isPending}>
            {save.isPending ? text.saving : text.submit}
          </Button>
        </div>
      }
    >
      <form id="stock-rule" noValidate onSubmit={submit} className="grid gap-4" aria-label={text.of(stockName(row))}>
        <ProductName row={row} />
        {save.isError ? (
          <Notice tone="danger" role="alert">
            {(refusal && stockMessages.refused[refusal]) ?? stockMessages.failed}
          </Notice>
        ) : null}
        <TextField
          label={text.lowBelow}
          name="lowBelow"
          inputMode="numeric"
          optional
          autoComplete="off"
          value={low}
          error={tried && wrong ? stockMessages.problem.wholeNumber : null}
          hint={row.ownLowBelow === null ? text.asShop(row.lowBelow) : text.emptyAsShop}
          onChange={(event) => setLow(event.currentTarget.value)}
        />
        <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
          <TextField
            label={text.limit}
            name="backorderLimit"
            inputMode="numeric"
            autoComplete="off"
            value={limit}
            error={tried && limitWrong ? stockMessages.problem.wholeNumber : null}
            hint={row.backorder.waiting > 0 ? text.waiting(row.backorder.waiting) : text.limitHint}
            onChange={(event) => setLimit(event.currentTarget.value)}
          />
          <TextField
            label={text.expectedOn}
            name="expectedOn"
            type="date"
            optional
            value={expectedOn}
            hint={text.expectedHint}
            onChange={(event) => setExpectedOn(event.currentTarget.value)}
          />
        </div>
      </form>
    </Dialog>
  );
}
