import { useApi } from '@mallhive/api-client';
import { Button, Dialog, TextField } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';

interface SetUpDialogProps {
  secret: string;
  qr: string;
  guarded: Guarded;
  onClose: () => void;
  onDone: (recoveryCodes: readonly string[]) => void;
}

export function SetUpDialog({ secret, qr, guarded, onClose, onDone }: SetUpDialogProps) {
  const text = useTexts().security.factor;
  const refusalText = useRefusalText();
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = useMutation(useApi().identity.confirmSecondFactor.mutationOptions());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return setFailure(text.wrong);
    setFailure(null);
    try {
      const made = await guarded(() => confirm.mutateAsync({ code: digits }));
      if (made) onDone(made.recoveryCodes);
    } catch (error) {
      setFailure(refusalText(error));
    }
  };

  return (
    <Dialog open onClose={onClose} title={text.title}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
        <p>{text.scan}</p>
        {/* White in dark colours too: cameras want it. */}
        <img src={qr} alt={text.picture} width={208} height={208} className="mx-auto rounded-control bg-white p-2" />
        <p className="text-sm text-ink-soft">
          {text.byHand}{' '}
          <code dir="ltr" className="break-all text-ink select-all">
            {secret}
          </code>
        </p>
        <TextField
          label={text.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          maxLength={9}
          required
          value={code}
          error={failure}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" block busy={confirm.isPending}>
          {text.confirm}
        </Button>
      </form>
    </Dialog>
  );
}
