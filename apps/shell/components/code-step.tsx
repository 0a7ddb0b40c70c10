import { Button, Notice, TextField } from '@mallhive/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { en } from '../messages/en.ts';

interface CodeStepProps {
  text: (typeof en)['signIn'];
  busy: boolean;
  failure: string | null;
  onCode: (code: string) => void;
  onStartOver: () => void;
}

/** The second step of signing in. */
export function CodeStep({ text, busy, failure, onCode, onStartOver }: CodeStepProps) {
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = field.current?.value.trim() ?? '';
    setMissing(code.length < 6);
    if (code.length >= 6) onCode(code);
    else field.current?.focus();
  };

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {failure ? (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      ) : null}
      <TextField
        ref={field}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        label={text.code}
        error={missing ? text.noCode : null}
        maxLength={20}
        required
      />
      <Button type="submit" variant="accent" size="large" block busy={busy}>
        {text.codeSubmit}
      </Button>
      <Button variant="quiet" onClick={onStartOver}>
        {text.startOver}
      </Button>
    </form>
  );
}
