import { Badge, Button, Notice, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { SubOrder } from '../../types.ts';
import type { OrderActions } from './use-order-actions.ts';

type Return = SubOrder['returns'][number];
const tones = {
  requested: 'caution',
  approved: 'accent',
  refused: 'danger',
  in_transit: 'accent',
  received: 'accent',
  inspected: 'positive',
  closed: 'positive',
} as const;

/** The parcel is on its way back: with whom, and under which number. */
function SendForm({ one, send }: { one: Return; send: OrderActions['sendReturn'] }) {
  const { returns: text, afterSale } = useTexts();
  const [carrier, setCarrier] = useState('');
  const [trackingNumber, setTrackingNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || carrier.trim().length < 2) return;
    setBusy(true);
    setFailed(false);
    try {
      await send({ returnId: one.id, carrier: carrier.trim(), trackingNumber: trackingNumber.trim() });
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      <TextField
        label={text.carrier}
        required
        value={carrier}
        error={failed ? afterSale.failed : null}
        onChange={(event) => setCarrier(event.currentTarget.value)}
      />
      <TextField
        label={text.tracking}
        optional
        value={trackingNumber}
        onChange={(event) => setTrackingNumber(event.currentTarget.value)}
      />
      <Button type="submit" busy={busy} disabled={carrier.trim().length < 2}>
        {text.sent}
      </Button>
    </form>
  );
}

/** What goes back of one seller's part, and how far it is. */
export function Returns({ part, send }: { part: SubOrder; send: OrderActions['sendReturn'] | undefined }) {
  const text = useTexts().returns;
  const { say, date } = useI18n();
  return (
    <ul className="grid gap-4">
      {part.returns.map((one) => (
        <li key={one.id} className="grid gap-3 rounded-control bg-sunken p-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <h3 className="font-sans text-base font-semibold tracking-normal">
                {say(text.number, { number: one.number })}
              </h3>
              <p className="text-sm text-ink-soft">{date(one.requestedAt)}</p>
            </div>
            <Badge tone={tones[one.status]}>{text.status[one.status]}</Badge>
          </div>
          <ul className="text-sm">
            {one.lines.map(({ id, orderLineId, quantity }) => (
              <li key={id}>
                {quantity} × {part.lines.find((line) => line.id === orderLineId)?.title ?? ''}
              </li>
            ))}
          </ul>
          <p className="text-sm text-ink-soft">{text.next[one.status]}</p>
          {one.status === 'approved' && one.instructions ? (
            <Notice tone="info">
              <strong className="block">{text.instructions}</strong>
              <span className="whitespace-pre-line">{one.instructions}</span>
            </Notice>
          ) : null}
          {one.decision ? (
            <Notice tone={one.status === 'refused' ? 'caution' : 'info'}>
              <strong className="block">{text.decision}</strong>
              <span className="whitespace-pre-line">{one.decision}</span>
            </Notice>
          ) : null}
          {one.status === 'approved' && send ? <SendForm one={one} send={send} /> : null}
        </li>
      ))}
    </ul>
  );
}
