import { useApi } from '@mallhive/api-client';
import { Button, TextField, useI18n } from '@mallhive/ui';
import { PasswordMeter } from '@mallhive/ui/password-meter';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Security } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from './Section.tsx';

interface PasswordSectionProps {
  name: string;
  security: Security;
  guarded: Guarded;
  onChanged: () => void;
}

export function PasswordSection({ name, security, guarded, onChanged }: PasswordSectionProps) {
  const api = useApi().identity;
  const { security: words } = useTexts();
  const text = words.password;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const check = useMutation(api.checkPassword.mutationOptions());
  const change = useMutation(api.changePassword.mutationOptions());
  const { hasPassword, passwordChangedAt, email } = security;

  const close = () => {
    setOpen(false);
    setCurrent('');
    setNext('');
    setFailure(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (next.length < 10) return setFailure(words.strength.problems.too_short);
    setFailure(null);
    try {
      const input = { ...(hasPassword && { current }), password: next };
      if (!(await guarded(() => change.mutateAsync(input)))) return;
      close();
      setNews(text.done);
      onChanged();
    } catch (error) {
      setFailure(refusalText(error));
    }
  };

  return (
    <Section title={text.title} failure={failure} news={news}>
      {open ? (
        <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
          {/* For password managers: whose password it is. */}
          <input type="text" name="username" autoComplete="username" defaultValue={email} hidden />
          {hasPassword ? (
            <TextField
              label={text.current}
              name="current"
              type="password"
              autoComplete="current-password"
              maxLength={200}
              required
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
          ) : null}
          <TextField
            label={text.next}
            name="next"
            type="password"
            autoComplete="new-password"
            hint={`${text.hint} ${text.note}`}
            maxLength={200}
            required
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <PasswordMeter
            password={next}
            check={(password) => check.mutateAsync({ password, email, name })}
            text={words.strength}
          />
          <p className="flex flex-wrap gap-3">
            <Button type="submit" busy={change.isPending}>
              {hasPassword ? text.change : text.set}
            </Button>
            <Button variant="quiet" onClick={close}>
              {words.cancel}
            </Button>
          </p>
        </form>
      ) : (
        <>
          {hasPassword ? null : <p className="text-ink-soft">{text.none}</p>}
          {passwordChangedAt ? (
            <p className="text-ink-soft">{say(text.since, { day: date(passwordChangedAt) })}</p>
          ) : null}
          <p>
            <Button variant="secondary" onClick={() => setOpen(true)}>
              {hasPassword ? text.change : text.set}
            </Button>
          </p>
        </>
      )}
    </Section>
  );
}
