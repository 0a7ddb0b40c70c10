import { Button, Notice, useI18n } from '@mallhive/ui';
import { useState } from 'react';
import { saveBase64 } from '../../logic/save-file.ts';
import { useTexts } from '../../texts.ts';
import type { SubOrder } from '../../types.ts';
import type { OrderActions } from './use-order-actions.ts';

/** Invoices and credit notes of one seller's part, to download. */
export function Documents({ part, load }: { part: SubOrder; load: OrderActions['document'] }) {
  const text = useTexts().documents;
  const { say, money, date } = useI18n();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const open = async (documentId: string) => {
    if (busy) return;
    setBusy(documentId);
    setFailed(false);
    try {
      saveBase64(await load(documentId));
    } catch {
      setFailed(true);
    }
    setBusy(null);
  };
  return (
    <section>
      <h3 className="font-sans text-base font-semibold tracking-normal">{text.title}</h3>
      <ul className="divide-y divide-line">
        {part.documents.map(({ id, kind, number, issuedAt, total }) => {
          const name = say(text[kind], { number });
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <span>
                {name}
                <span className="block text-sm text-ink-soft tabular-nums">
                  {date(issuedAt)} · {money(total)}
                </span>
              </span>
              <Button
                variant="secondary"
                size="small"
                aria-label={say(text.asPdf, { name })}
                busy={busy === id}
                onClick={() => void open(id)}
              >
                {text.pdf}
              </Button>
            </li>
          );
        })}
      </ul>
      {failed ? (
        <Notice tone="danger" role="alert" className="mt-2">
          {text.failed}
        </Notice>
      ) : null}
    </section>
  );
}
