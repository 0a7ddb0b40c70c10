import { readSessionConfig } from '@mallhive/session';
import { readSignInError } from '@mallhive/session/outcome';
import { Button, localisedPath, Notice, TextField, useHydrated, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { signIn } from 'next-auth/react';
import { type FormEvent, useRef, useState } from 'react';
import { CodeStep } from '../components/code-step.tsx';
import { FormPage } from '../components/form-page.tsx';
import { type OutsideProvider, OutsideSignIn } from '../components/outside-sign-in.tsx';
import { checkSignIn, type Errors, safeReturnPath } from '../lib/form-rules.ts';
import { ownRequestPage } from '../lib/pages.ts';
import { minutesOf } from '../lib/refusals.ts';
import type { en } from '../messages/en.ts';
import { texts } from '../messages/index.ts';

interface SignInProps {
  text: (typeof en)['signIn'];
  providers: OutsideProvider[];
  /** Of a first step at an outside issuer. */
  challenge: string | null;
  /** Why an outside issuer's word was not enough. */
  refused: string | null;
}
type Credentials = { email: string; password: string } | { challenge: string; code: string };

export default function SignIn({ text, providers, challenge: given, refused }: SignInProps) {
  const { query } = useRouter();
  // A press before the page's scripts run would send the form past them.
  const hydrated = useHydrated();
  const { say, locale } = useI18n();
  const [errors, setErrors] = useState<Errors<'email' | 'password' | 'form'>>(refused ? { form: refused } : {});
  const [challenge, setChallenge] = useState(given);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const target = safeReturnPath(query.callbackUrl, localisedPath(locale, '/account'));

  const attempt = async (credentials: Credentials) => {
    setBusy(true);
    const result = await signIn('credentials', { ...credentials, redirect: false }).catch(() => undefined);
    // A fresh page: nothing that was fetched for the guest stays.
    if (result?.ok) return location.assign(target);
    setBusy(false);
    const error = readSignInError(result?.error ?? 'failed');
    if (error.kind === 'second_factor') {
      setErrors({});
      return setChallenge(error.challenge);
    }
    if (error.kind === 'challenge_invalid') setChallenge(null);
    const words = {
      wrong: text.wrong,
      code_invalid: text.codeWrong,
      challenge_invalid: text.tooLate,
      failed: text.failed,
    };
    const waiting = error.kind === 'too_many_requests';
    setErrors({ form: waiting ? say(text.tooMany, { count: minutesOf(error.retryAfterSeconds) }) : words[error.kind] });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const values = { email: String(data.get('email') ?? ''), password: String(data.get('password') ?? '') };
    const found = checkSignIn(values, text);
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    void attempt(values);
  };

  if (challenge) {
    return (
      <FormPage title={text.codeTitle} lead={text.codeLead} footer={null}>
        <CodeStep
          text={text}
          busy={busy}
          failure={errors.form ?? null}
          onCode={(code) => void attempt({ challenge, code })}
          onStartOver={() => {
            setErrors({});
            setChallenge(null);
          }}
        />
      </FormPage>
    );
  }
  const link = 'font-semibold text-accent-strong underline underline-offset-4';
  const news = query.reset ? text.reset : query.created ? text.created : null;
  return (
    <FormPage
      title={text.title}
      lead={text.lead}
      footer={
        <>
          <p>
            {text.noAccount}{' '}
            <Link href="/register" className={link}>
              {text.register}
            </Link>
          </p>
          <p>{text.guest}</p>
        </>
      }
    >
      <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
        {news && !errors.form ? <Notice tone="positive">{news}</Notice> : null}
        {errors.form ? (
          <div role="alert">
            <Notice tone="danger">{errors.form}</Notice>
          </div>
        ) : null}
        <TextField name="email" type="email" autoComplete="username" label={text.email} error={errors.email} required />
        <TextField
          name="password"
          type="password"
          autoComplete="current-password"
          label={text.password}
          error={errors.password}
          required
        />
        <Button type="submit" variant="accent" size="large" block disabled={!hydrated} busy={busy}>
          {text.submit}
        </Button>
        <p>
          <Link href="/forgot-password" className={link}>
            {text.forgot}
          </Link>
        </p>
      </form>
      <OutsideSignIn text={text} providers={providers} callbackUrl={target} />
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage(({ error, challenge }, locale) => {
  const text = texts(locale).signIn;
  const reasons: Readonly<Record<string, string>> = text.refused;
  return {
    text,
    providers: readSessionConfig().providers.map(({ id, name }) => ({ id, name })),
    challenge: typeof challenge === 'string' ? challenge : null,
    refused: typeof error === 'string' ? (reasons[error] ?? text.refused.unknown) : null,
    head: { title: text.submit, noIndex: true },
  };
});
