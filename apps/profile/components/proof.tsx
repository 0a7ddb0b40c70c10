import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, TextField } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../texts.ts';
import type { Security } from '../types.ts';
import { useRefusalText } from './refusal-text.ts';

type Ways = Pick<Security, 'hasPassword' | 'secondFactor'>;
interface ProofDialogProps extends Ways {
  onProved: () => void;
  onClose: () => void;
}

function ProofDialog({ hasPassword, secondFactor, onProved, onClose }: ProofDialogProps) {
  const text = useTexts().proof;
  const refusalText = useRefusalText();
  const [value, setValue] = useState('');
  const prove = useMutation(useApi().identity.confirmIdentity.mutationOptions({ onSuccess: onProved }));
  const byCode = secondFactor.enabled;
  const wrong = ['invalid_credentials', 'code_invalid'].includes(refusalOf(prove.error)?.reason ?? '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A code has six characters at least; the password may be anything.
    if (value.trim().length >= (byCode ? 6 : 1)) prove.mutate(byCode ? { code: value.trim() } : { password: value });
  };

  return (
    <Dialog open onClose={onClose} title={text.title}>
      {byCode || hasPassword ? (
        <form noValidate onSubmit={submit} className="grid gap-5">
          <p className="text-ink-soft">{byCode ? text.codeLead : text.passwordLead}</p>
          {prove.isError ? (
            <Notice tone="danger" role="alert">
              {wrong ? text.wrong : refusalText(prove.error)}
            </Notice>
          ) : null}
          <TextField
            label={byCode ? text.code : text.password}
            name="proof"
            type={byCode ? 'text' : 'password'}
            autoComplete={byCode ? 'one-time-code' : 'current-password'}
            autoCapitalize="none"
            maxLength={byCode ? 20 : 200}
            required
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Button type="submit" block busy={prove.isPending}>
            {text.submit}
          </Button>
        </form>
      ) : (
        <p>{text.signInAgain}</p>
      )}
    </Dialog>
  );
}

export type Guarded = <Output>(change: () => Promise<Output>) => Promise<Output | null>;

/**
 * Sensitive changes go through `guarded`: when the API wants a proof of who asks, `dialog` asks for it and the change is
 * repeated; null when the person would rather not.
 */
export function useProof(ways: Ways): { guarded: Guarded; dialog: ReactNode } {
  const [asking, setAsking] = useState<{ answer: (proved: boolean) => void } | null>(null);

  const guarded: Guarded = async (change) => {
    try {
      return await change();
    } catch (error) {
      if (refusalOf(error)?.reason !== 'step_up_required') throw error;
    }
    const proved = await new Promise<boolean>((answer) => setAsking({ answer }));
    setAsking(null);
    return proved ? change() : null;
  };
  const dialog = asking ? (
    <ProofDialog {...ways} onProved={() => asking.answer(true)} onClose={() => asking.answer(false)} />
  ) : null;
  return { guarded, dialog };
}
