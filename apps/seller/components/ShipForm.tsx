import { Button, Notice, TextField } from '@mallhive/ui';
import { type FormEvent, useId, useRef, useState } from 'react';
import { carriers, openLines, type ShipFields, shipProblems, startFields } from '../logic/shipping.ts';
import { messages } from '../messages.ts';
import type { SubOrder } from '../types.ts';

const text = messages.order;
const lastCarrier = 'mallhive-last-carrier';

/** Most sellers use one carrier: the last one is filled in. */
function rememberedCarrier(): string {
  try {
    return window.localStorage.getItem(lastCarrier) ?? '';
  } catch {
    return '';
  }
}

export interface ShipFormProps {
  subOrder: SubOrder;
  saving: boolean;
  /** What went wrong the last time, said in words. */
  failure: string | null;
  onShip: (fields: ShipFields) => void;
}

/** Rendered in the browser only, after the order has been read. Keyed by what is left, so that it begins anew after a parcel. */
export function ShipForm({ subOrder, saving, failure, onShip }: ShipFormProps) {
  const open = openLines(subOrder);
  const [fields, setFields] = useState(() => startFields(subOrder, rememberedCarrier()));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const carrierList = useId();
  const problems = shipProblems(fields, open);
  const say = (field: string) => {
    const problem = tried ? problems[field] : undefined;
    return problem ? text.problem[problem] : null;
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    try {
      window.localStorage.setItem(lastCarrier, fields.carrier.trim());
    } catch {
      // Then it is typed again next time.
    }
    onShip(fields);
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5" aria-label={text.ship}>
      {failure ? (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={text.carrier}
          name="carrier"
          list={carrierList}
          autoComplete="off"
          required
          value={fields.carrier}
          error={say('carrier')}
          onChange={(event) => setFields({ ...fields, carrier: event.currentTarget.value })}
        />
        <datalist id={carrierList}>
          {carriers.map((carrier) => (
            <option key={carrier} value={carrier} />
          ))}
        </datalist>
        <TextField
          label={text.trackingNumber}
          name="tracking"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          value={fields.trackingNumber}
          error={say('trackingNumber')}
          onChange={(event) => setFields({ ...fields, trackingNumber: event.currentTarget.value })}
        />
      </div>
      <fieldset>
        <legend className="mh-label mb-2">{text.inParcel}</legend>
        <ul className="divide-y divide-line rounded-control border border-line">
          {open.map(({ line, left }) => (
            <li key={line.id} className="grid grid-cols-[minmax(0,1fr)_7rem] items-start gap-4 p-4">
              <span className="leading-snug">
                <span className="font-medium">{line.title}</span>
                <span className="block text-sm text-ink-soft">
                  {[line.variantTitle, text.left(left)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <TextField
                label={`${text.quantity}, ${line.title}`}
                hideLabel
                name={`quantity-${line.id}`}
                inputMode="numeric"
                autoComplete="off"
                value={fields.quantities[line.id] ?? ''}
                error={say(line.id)}
                onChange={(event) =>
                  setFields({ ...fields, quantities: { ...fields.quantities, [line.id]: event.currentTarget.value } })
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <Button type="submit" variant="accent" busy={saving}>
          {saving ? text.working : text.submit}
        </Button>
      </div>
    </form>
  );
}
