import { useApi } from '@mallhive/api-client';
import { TextField } from '@mallhive/ui';
import { PasswordMeter, type PasswordWords } from '@mallhive/ui/password-meter';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

interface NewPasswordProps {
  label: string;
  hint: string;
  error: string | undefined;
  text: PasswordWords;
  /** What else the form says about the person: a password made of it is guessed soon. */
  person?: () => { name: string; email: string };
}

export function NewPassword({ label, hint, error, text, person }: NewPasswordProps) {
  const [password, setPassword] = useState('');
  const check = useMutation(useApi().identity.checkPassword.mutationOptions());
  return (
    <div className="grid gap-2">
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label={label}
        hint={hint}
        error={error}
        maxLength={200}
        required
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordMeter
        password={password}
        check={(typed) => check.mutateAsync({ ...person?.(), password: typed })}
        text={text}
      />
    </div>
  );
}
