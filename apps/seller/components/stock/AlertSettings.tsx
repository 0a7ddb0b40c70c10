import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { wholeNumber } from '../../logic/stock.ts';
import { stockMessages } from '../../messages/stock.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';

const text = stockMessages.alerting;

/** Below how many units the team is told, unless a variant says otherwise. */
export function AlertSettings({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const settings = useQuery(api.cart.stockSettings.queryOptions({ sellerId }));
  return (
    <Dialog open onClose={onClose} title={text.settings}>
      <Loaded query={settings}>{({ lowBelow }) => <Form lowBelow={lowBelow} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function Form({ lowBelow: before, onClose }: { lowBelow: number; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId, role } = useOrganisation();
  const [low, setLow] = useState(String(before));
  const [tried, setTried] = useState(false);
  const lowBelow = wholeNumber(low);
  const wrong = lowBelow === null || lowBelow < 0;
  const mayChange = role !== 'fulfilment';
  const save = useMutation(
    api.cart.setStockSettings.mutationOptions({
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
    if (lowBelow !== null && lowBelow >= 0) save.mutate({ sellerId, lowBelow });
  };
  const refusal = refusalOf(save.error)?.reason;
  return (
    <form noValidate onSubmit={submit} className="grid gap-4" aria-label={text.settings}>
      <p className="text-ink-soft">{mayChange ? text.lead : text.onlyManagers}</p>
      {save.isError ? (
        <Notice tone="danger" role="alert">
          {(refusal && stockMessages.refused[refusal]) ?? stockMessages.failed}
        </Notice>
      ) : null}
      <TextField
        label={text.lowBelow}
        name="lowBelow"
        inputMode="numeric"
        required
        readOnly={!mayChange}
        autoComplete="off"
        value={low}
        error={tried && wrong ? stockMessages.problem.wholeNumber : null}
        hint={text.zero}
        onChange={(event) => setLow(event.currentTarget.value)}
      />
      {mayChange ? (
        <Button type="submit" variant="accent" className="justify-self-end" busy={save.isPending}>
          {save.isPending ? text.saving : text.submit}
        </Button>
      ) : null}
    </form>
  );
}
