import { Button, TextAreaField } from '@mallhive/ui';
import { useState } from 'react';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { ReturnDetail } from '../../types.ts';
import type { ReturnActions } from './use-return-actions.ts';

const text = afterSaleMessages.returns;
interface DecideFormProps {
  one: ReturnDetail;
  decide: ReturnActions['decide'];
}

/** Where to send it, or why not. What is approved can still be refused when it never comes. */
export function DecideForm({ one, decide }: DecideFormProps) {
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const approved = one.status !== 'requested';
  const act = (decision: 'approve' | 'refuse') => {
    setTried(true);
    if (words.trim().length < 5 || decide.isPending) return;
    decide.mutate({ returnId: one.id, decision, text: words.trim() });
  };
  return (
    <div className="grid gap-4">
      <TextAreaField
        label={approved ? text.why : `${text.where} / ${text.why}`}
        hint={approved ? undefined : text.whereHint}
        rows={4}
        maxLength={1000}
        required
        value={words}
        error={tried && words.trim().length < 5 ? text.textMissing : null}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className="flex flex-wrap gap-3">
        {approved ? null : (
          <Button variant="accent" busy={decide.isPending} onClick={() => act('approve')}>
            {text.approve}
          </Button>
        )}
        <Button variant="secondary" busy={decide.isPending} onClick={() => act('refuse')}>
          {approved ? text.refuseInstead : text.refuse}
        </Button>
      </p>
    </div>
  );
}
