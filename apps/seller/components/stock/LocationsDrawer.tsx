import { refusalOf, useApi } from '@mallhive/api-client';
import { Badge, Button, Drawer, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { stockMessages } from '../../messages/stock.ts';
import type { StockLocation } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';

const text = stockMessages.managing;

/** Places where stock is: make, rename, close when empty, open again. */
export function LocationsDrawer({ locations, onClose }: { locations: readonly StockLocation[]; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId, role } = useOrganisation();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [renaming, setRenaming] = useState<{ id: string; name: string } | null>(null);
  const onSettled = () => queries.invalidateQueries({ queryKey: api.cart.pathKey() });
  const create = useMutation(
    api.cart.createLocation.mutationOptions({
      onSuccess: () => {
        setName('');
        setTried(false);
        toast.show({ message: text.added });
      },
      onSettled,
    }),
  );
  const update = useMutation(
    api.cart.updateLocation.mutationOptions({
      onSuccess: () => {
        setRenaming(null);
        toast.show({ message: text.saved });
      },
      onSettled,
    }),
  );
  const error = update.error ?? create.error;
  const refusal = refusalOf(error)?.reason;
  const mayChange = role !== 'fulfilment';
  const add = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    update.reset();
    if (name.trim()) create.mutate({ sellerId, name });
  };
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (renaming?.name.trim()) update.mutate({ sellerId, locationId: renaming.id, name: renaming.name });
  };
  return (
    <Drawer open onClose={onClose} title={text.title}>
      <div className="grid gap-5">
        <p className="text-ink-soft">{mayChange ? text.lead : text.onlyManagers}</p>
        {error ? (
          <Notice tone="danger" role="alert">
            {(refusal && stockMessages.refused[refusal]) ?? stockMessages.failed}
          </Notice>
        ) : null}
        <ul className="divide-y divide-line rounded-tile border border-line">
          {locations.map((location) => (
            <li key={location.id} className="grid gap-2 p-4">
              {renaming?.id === location.id ? (
                <form onSubmit={rename} className="grid gap-2">
                  <TextField
                    label={text.name}
                    maxLength={60}
                    value={renaming.name}
                    onChange={(event) => setRenaming({ id: location.id, name: event.currentTarget.value })}
                  />
                  <Button type="submit" size="small" busy={update.isPending}>
                    {text.save}
                  </Button>
                </form>
              ) : (
                <>
                  <p className="flex flex-wrap items-center gap-2">
                    <span className="font-semibold">{location.name}</span>
                    {location.main ? <Badge tone="accent">{text.main}</Badge> : null}
                    {location.active ? null : <Badge>{text.closed}</Badge>}
                    <span className="ml-auto text-sm text-ink-soft tabular-nums">{text.units(location.units)}</span>
                  </p>
                  {mayChange ? (
                    <p className="flex gap-2">
                      <Button
                        variant="secondary"
                        size="small"
                        aria-label={`${text.rename} ${location.name}`}
                        onClick={() => {
                          update.reset();
                          setRenaming({ id: location.id, name: location.name });
                        }}
                      >
                        {text.rename}
                      </Button>
                      {location.main ? null : (
                        <Button
                          variant="secondary"
                          size="small"
                          aria-label={`${location.active ? text.close : text.open} ${location.name}`}
                          busy={update.isPending && update.variables.locationId === location.id}
                          onClick={() => update.mutate({ sellerId, locationId: location.id, active: !location.active })}
                        >
                          {location.active ? text.close : text.open}
                        </Button>
                      )}
                    </p>
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
        {mayChange ? (
          <form noValidate onSubmit={add} className="grid gap-3" aria-label={text.add}>
            <TextField
              label={text.add}
              name="location"
              maxLength={60}
              autoComplete="off"
              value={name}
              error={tried && !name.trim() ? stockMessages.problem.nameMissing : null}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" busy={create.isPending}>
              {text.addButton}
            </Button>
          </form>
        ) : null}
      </div>
    </Drawer>
  );
}
