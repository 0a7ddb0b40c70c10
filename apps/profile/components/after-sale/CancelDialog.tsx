import { Button, Dialog, Notice, SelectField } from '@mallhive/ui';
import { useState } from 'react';
import { type Choice, chosen } from '../../logic/after-sale.ts';
import { newId } from '../../logic/new-id.ts';
import { useTexts } from '../../texts.ts';
import type { CancelInput } from '../../types.ts';
import { LineChoice } from './LineChoice.tsx';
import { type OrderActions, reasonOf } from './use-order-actions.ts';

const reasons = ['changed_mind', 'mistake', 'too_slow', 'other'] as const;
type Reason = NonNullable<CancelInput['reason']>;

export interface CancelDialogProps {
  choices: readonly Choice[];
  cancel: OrderActions['cancel'];
  onClose: () => void;
}

/** Begins with everything: most want the whole order back. */
export function CancelDialog({ choices, cancel, onClose }: CancelDialogProps) {
  const { cancel: text, afterSale } = useTexts();
  const [quantities, setQuantities] = useState(() =>
    Object.fromEntries(choices.map(({ line, most }) => [line.id, most])),
  );
  // One id for one wish: sent again after a failure it happens once.
  const [requestId] = useState(newId);
  const [reason, setReason] = useState<Reason>('changed_mind');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const lines = chosen(choices, quantities);
  const failures: Readonly<Record<string, string>> = text.failures;
  const submit = async () => {
    if (busy || lines.length === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      await cancel({ requestId, lines, reason });
      onClose();
    } catch (error) {
      setFailure(failures[reasonOf(error)] ?? afterSale.failed);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {text.keep}
          </Button>
          <Button variant="danger" busy={busy} disabled={lines.length === 0} onClick={() => void submit()}>
            {text.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-ink-soft">{text.lead}</p>
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        <LineChoice
          choices={choices}
          quantities={quantities}
          onQuantity={(id, value) => setQuantities({ ...quantities, [id]: value })}
        />
        <SelectField
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as Reason)}
          options={reasons.map((value) => ({ value, label: text.reasons[value] }))}
        />
      </div>
    </Dialog>
  );
}
