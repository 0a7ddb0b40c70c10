import { useApi } from '@mallhive/api-client';
import { Badge, Button, Notice, TextField, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Security } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from './Section.tsx';

interface DetailsSectionProps {
  name: string;
  security: Security;
  guarded: Guarded;
  onChanged: () => void;
}

const valid = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Name and e-mail address. */
export function DetailsSection({ name: known, security, guarded, onChanged }: DetailsSectionProps) {
  const api = useApi().identity;
  const { security: words } = useTexts();
  const text = words.details;
  const { say } = useI18n();
  const refusalText = useRefusalText();
  const [name, setName] = useState(known);
  const [email, setEmail] = useState<string | null>(null);
  const [problem, setProblem] = useState<'name' | 'email' | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const rename = useMutation(api.updateProfile.mutationOptions());
  const resend = useMutation(api.resendVerification.mutationOptions());
  const change = useMutation(api.requestEmailChange.mutationOptions());
  const [failure, setFailure] = useState<string | null>(null);

  const attempt = async (act: () => Promise<unknown>, said: string) => {
    setFailure(null);
    setNews(null);
    try {
      if (!(await act())) return;
      setNews(said);
      setEmail(null);
      onChanged();
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  const saveName = (event: FormEvent) => {
    event.preventDefault();
    setProblem(name.trim() ? null : 'name');
    if (name.trim()) void attempt(() => rename.mutateAsync({ name }), words.saved);
  };
  const sendLink = (event: FormEvent) => {
    event.preventDefault();
    const wanted = email?.trim() ?? '';
    setProblem(valid.test(wanted) ? null : 'email');
    if (!valid.test(wanted)) return;
    void attempt(() => guarded(() => change.mutateAsync({ email: wanted })), say(text.pending, { email: wanted }));
  };

  return (
    <Section title={text.title} failure={failure} news={news}>
      <form noValidate onSubmit={saveName} className="flex flex-wrap items-end gap-3">
        <TextField
          className="min-w-56 flex-1"
          label={text.name}
          name="name"
          autoComplete="name"
          maxLength={120}
          required
          value={name}
          error={problem === 'name' ? text.noName : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary" busy={rename.isPending}>
          {words.save}
        </Button>
      </form>
      <div className="grid gap-3">
        <p className="font-semibold">{text.email}</p>
        <p className="flex flex-wrap items-center gap-3">
          <span dir="ltr" className="break-all">
            {security.email}
          </span>
          <Badge tone={security.emailVerified ? 'positive' : 'caution'}>
            {security.emailVerified ? text.verified : text.unverified}
          </Badge>
        </p>
        {security.pendingEmail && !news ? <Notice>{say(text.pending, { email: security.pendingEmail })}</Notice> : null}
        <p className="flex flex-wrap gap-4">
          {security.emailVerified ? null : (
            <Button
              variant="secondary"
              busy={resend.isPending}
              onClick={() => void attempt(() => resend.mutateAsync(), say(text.resent, { email: security.email }))}
            >
              {text.resend}
            </Button>
          )}
          {email === null ? (
            <Button variant="secondary" onClick={() => setEmail('')}>
              {text.change}
            </Button>
          ) : null}
        </p>
      </div>
      {email === null ? null : (
        <form noValidate onSubmit={sendLink} className="grid gap-4">
          <TextField
            label={text.newEmail}
            name="new-email"
            type="email"
            autoComplete="email"
            required
            value={email}
            error={problem === 'email' ? text.invalidEmail : null}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <p className="flex flex-wrap gap-3">
            <Button type="submit" busy={change.isPending}>
              {text.sendLink}
            </Button>
            <Button variant="quiet" onClick={() => setEmail(null)}>
              {words.cancel}
            </Button>
          </p>
        </form>
      )}
    </Section>
  );
}
