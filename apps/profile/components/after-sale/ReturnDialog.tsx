import { Button, Dialog, Notice, RadioCards, SelectField, TextAreaField, useI18n } from '@mallhive/ui';
import { useEffect, useState } from 'react';
import { type Choice, chosen } from '../../logic/after-sale.ts';
import { newId } from '../../logic/new-id.ts';
import { useTexts } from '../../texts.ts';
import type { ReturnInput } from '../../types.ts';
import { LineChoice } from './LineChoice.tsx';
import { type OrderActions, reasonOf, type Variant } from './use-order-actions.ts';

const reasons = [
  'changed_mind',
  'too_small',
  'too_large',
  'not_as_described',
  'damaged',
  'wrong_item',
  'other',
] as const;
type Reason = ReturnInput['lines'][number]['reason'];
type Wish = 'refund' | 'exchange';

export interface ReturnDialogProps {
  choices: readonly Choice[];
  actions: Pick<OrderActions, 'requestReturn' | 'variants'>;
  onClose: () => void;
}

/** The other variants of the products, cheaper or equal: a dearer one would have to be charged. */
function useVariants(choices: readonly Choice[], wanted: boolean, load: OrderActions['variants']) {
  const [variants, setVariants] = useState<Record<string, Variant[]>>({});
  const slugs = choices.map(({ line }) => line.slug).join(' ');
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    for (const slug of new Set(slugs.split(' '))) {
      load(slug)
        .then((found) => {
          if (!over) setVariants((known) => ({ ...known, [slug]: found }));
        })
        .catch(() => {
          if (!over) setVariants((known) => ({ ...known, [slug]: [] }));
        });
    }
    return () => {
      over = true;
    };
  }, [wanted, slugs, load]);
  return variants;
}

export function ReturnDialog({ choices, actions, onClose }: ReturnDialogProps) {
  const { returns: text, afterSale } = useTexts();
  const { money } = useI18n();
  const [quantities, setQuantities] = useState<Record<string, number>>(() =>
    choices.length === 1 && choices[0] ? { [choices[0].line.id]: choices[0].most } : {},
  );
  const [why, setWhy] = useState<Record<string, Reason>>({});
  const [into, setInto] = useState<Record<string, string>>({});
  // One id for one return, however often it is sent.
  const [returnId] = useState(newId);
  const [wish, setWish] = useState<Wish>('refund');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const variants = useVariants(choices, wish === 'exchange', actions.variants);
  const others = ({ line }: Choice) =>
    (variants[line.slug] ?? []).filter(
      ({ id, amount, available }) => id !== line.variantId && available && amount <= line.unitPrice.amount,
    );
  const lines = chosen(choices, quantities).map((line) => ({
    ...line,
    reason: why[line.orderLineId] ?? ('changed_mind' as const),
    ...(wish === 'exchange' ? { exchangeVariantId: into[line.orderLineId] } : {}),
  }));
  const complete = lines.length > 0 && lines.every((line) => wish === 'refund' || line.exchangeVariantId);
  const failures: Readonly<Record<string, string>> = text.failures;
  const submit = async () => {
    if (busy || !complete) return;
    setBusy(true);
    setFailure(null);
    try {
      await actions.requestReturn({ returnId, lines, wish, note });
      onClose();
    } catch (error) {
      setFailure(failures[reasonOf(error)] ?? afterSale.failed);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {text.keep}
          </Button>
          <Button variant="accent" busy={busy} disabled={!complete} onClick={() => void submit()}>
            {text.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        <RadioCards
          legend={text.wish}
          value={wish}
          onChange={(value) => setWish(value as Wish)}
          options={(['refund', 'exchange'] as const).map((value) => ({
            value,
            label: text.wishes[value],
            description: text.wishLeads[value],
          }))}
        />
        <LineChoice
          choices={choices}
          quantities={quantities}
          onQuantity={(id, value) => setQuantities({ ...quantities, [id]: value })}
          more={(choice) => (
            <div className="grid gap-3 sm:grid-cols-2">
              <SelectField
                label={text.reason}
                value={why[choice.line.id] ?? 'changed_mind'}
                onChange={(event) => setWhy({ ...why, [choice.line.id]: event.currentTarget.value as Reason })}
                options={reasons.map((value) => ({ value, label: text.reasons[value] }))}
              />
              {wish === 'exchange' ? (
                <SelectField
                  label={text.into}
                  hint={variants[choice.line.slug] && others(choice).length === 0 ? text.noOther : undefined}
                  value={into[choice.line.id] ?? ''}
                  onChange={(event) => setInto({ ...into, [choice.line.id]: event.currentTarget.value })}
                  options={[
                    { value: '', label: text.choose },
                    ...others(choice).map(({ id, title, amount }) => ({
                      value: id,
                      label: `${title} · ${money({ ...choice.line.unitPrice, amount })}`,
                    })),
                  ]}
                />
              ) : null}
            </div>
          )}
        />
        <TextAreaField
          label={text.note}
          optional
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
