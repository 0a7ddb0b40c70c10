import { createServerApi, forwardedHeaders } from '@mallhive/api-client/server';
import { readSessionConfig } from '@mallhive/session';
import { readSignInError } from '@mallhive/session/outcome';
import { Button, Logo, Notice, TextField } from '@mallhive/ui';
import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { signIn } from 'next-auth/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Issuer, IssuerButtons } from '../components/IssuerButtons.tsx';
import { config } from '../config.ts';
import { safeCallback } from '../logic/callback.ts';
import { messages } from '../messages.ts';

const text = messages.signIn;

interface SignInProps {
  callbackUrl: string;
  shopUrl: string;
  issuers: Issuer[];
  /** Of a first step at an outside issuer. */
  challenge: string | null;
  /** Why an outside issuer's word was not enough. */
  refused: string | null;
}

export default function SignInPage({ callbackUrl, shopUrl, issuers, challenge: given, refused }: SignInProps) {
  const [ready, setReady] = useState(false);
  const [working, setWorking] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState(refused);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  /** Between the two steps of an account that has two. */
  const [challenge, setChallenge] = useState(given);
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (challenge) form.current?.querySelector('input')?.focus();
  }, [challenge]);

  const beginAgain = () => {
    setChallenge(null);
    setCode('');
    setTried(false);
  };

  const missing = (value: string) => (tried && value.trim() === '' ? text.missing : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFailure(null);
    if (challenge ? !code.trim() : !email.trim() || !password) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setWorking(true);
    const credentials = challenge ? { challenge, code: code.trim() } : { email: email.trim(), password };
    const result = await signIn('credentials', { ...credentials, redirect: false }).catch(() => undefined);
    // A whole new page: nothing of somebody who was signed in before stays in memory.
    if (result?.ok) return window.location.assign(callbackUrl);
    const error = readSignInError(result?.error ?? 'failed');
    if (error.kind === 'second_factor') {
      setChallenge(error.challenge);
      setTried(false);
    } else if (error.kind === 'too_many_requests') setFailure(text.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    else {
      if (error.kind === 'challenge_invalid') beginAgain();
      const words = { wrong: text.refused, code_invalid: text.codeWrong, challenge_invalid: text.tooLate };
      setFailure(error.kind === 'failed' ? text.failed : words[error.kind]);
    }
    setWorking(false);
  };

  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <Head>
        <title>{messages.title(text.title)}</title>
      </Head>
      <div className="hidden content-end bg-inverse p-14 text-inverse-ink lg:grid">
        <p className="font-display text-5xl leading-tight">{text.welcome}</p>
        <p className="mt-4 max-w-md text-lg opacity-80">{text.intro}</p>
      </div>
      <main className="grid content-center justify-items-center px-gutter py-12">
        <form
          ref={form}
          noValidate
          method="post"
          onSubmit={(event) => void submit(event)}
          className="grid w-full max-w-sm gap-5"
        >
          <Logo />
          <h1 className="text-3xl sm:text-4xl">{challenge ? text.codeTitle : text.title}</h1>
          {challenge ? <p className="text-ink-soft">{text.codeLead}</p> : null}
          {failure ? (
            <Notice tone="danger" role="alert">
              {failure}
            </Notice>
          ) : null}
          {challenge ? (
            <TextField
              label={text.code}
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={20}
              required
              value={code}
              error={missing(code)}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <>
              <TextField
                label={text.email}
                name="email"
                type="email"
                inputMode="email"
                autoComplete="username"
                autoCapitalize="none"
                required
                value={email}
                error={missing(email)}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <TextField
                label={text.password}
                name="password"
                type="password"
                autoComplete="current-password"
                required
                value={password}
                error={missing(password)}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          )}
          <Button type="submit" size="large" block busy={working} disabled={!ready}>
            {working ? text.working : challenge ? text.codeSubmit : text.submit}
          </Button>
          {challenge ? (
            <Button variant="quiet" onClick={beginAgain}>
              {text.startOver}
            </Button>
          ) : (
            <>
              <IssuerButtons issuers={issuers} callbackUrl={callbackUrl} disabled={!ready} />
              <p className="text-center">
                {text.noAccount}{' '}
                <a href={`${shopUrl}/register`} className="font-semibold underline underline-offset-4">
                  {text.register}
                </a>
              </p>
              <p className="flex flex-wrap justify-center gap-x-6 gap-y-2">
                <a href={`${shopUrl}/forgot-password`} className="text-sm text-ink-soft underline underline-offset-4">
                  {text.forgot}
                </a>
                <a href={shopUrl} className="text-sm text-ink-soft underline underline-offset-4">
                  {text.toShop}
                </a>
              </p>
            </>
          )}
        </form>
      </main>
    </div>
  );
}

export const getServerSideProps: GetServerSideProps<SignInProps> = async ({ req, query }) => {
  const callbackUrl = safeCallback(query.callbackUrl);
  const api = createServerApi({ url: config.apiUrl, headers: forwardedHeaders(req, config.internalSecret) });
  // Without an answer the form is shown, and says so when it is sent.
  const user = await api.identity.me.query().then(
    (answer) => answer.user,
    () => null,
  );
  if (user) return { redirect: { destination: callbackUrl, permanent: false } };
  const { error, challenge } = query;
  const reasons: Readonly<Record<string, string>> = text.issuerRefused;
  return {
    props: {
      callbackUrl,
      shopUrl: config.shellUrl,
      issuers: readSessionConfig().providers.map(({ id, name }) => ({ id, name })),
      challenge: typeof challenge === 'string' ? challenge : null,
      refused: typeof error === 'string' ? (reasons[error] ?? text.issuerFailed) : null,
    },
  };
};
