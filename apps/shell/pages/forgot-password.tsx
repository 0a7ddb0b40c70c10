import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, MailIcon, Notice, TextField, useHydrated, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { type FormEvent, useRef, useState } from 'react';
import { FormPage } from '../components/form-page.tsx';
import { isEmail } from '../lib/form-rules.ts';
import { ownRequestPage } from '../lib/pages.ts';
import { waitMinutes } from '../lib/refusals.ts';
import type { en } from '../messages/en.ts';
import { texts } from '../messages/index.ts';

interface ForgotPasswordProps {
  text: (typeof en)['access']['forgot'];
  signInText: (typeof en)['signIn'];
}

export default function ForgotPassword({ text, signInText }: ForgotPasswordProps) {
  // A press before the page's scripts run would send the form past them.
  const hydrated = useHydrated();
  const { say } = useI18n();
  const [wrong, setWrong] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const request = useMutation(useApi().identity.requestPasswordReset.mutationOptions());
  const refusal = refusalOf(request.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const email = field.current?.value.trim() ?? '';
    setWrong(!isEmail(email));
    if (!isEmail(email)) return field.current?.focus();
    request.mutate({ email }, { onSuccess: () => setSentTo(email) });
  };

  const footer = (
    <p>
      <Link href="/sign-in" className="font-semibold text-accent-strong underline underline-offset-4">
        {text.back}
      </Link>
    </p>
  );
  if (sentTo !== null) {
    return (
      <FormPage title={text.sent} lead={say(text.sentLead, { email: sentTo })} footer={footer}>
        <p role="status" aria-label={text.sent} className="text-accent-strong">
          <MailIcon />
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage title={text.title} lead={text.lead} footer={footer}>
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        {request.isError ? (
          <Notice tone="danger" role="alert">
            {refusal?.reason === 'too_many_requests'
              ? say(signInText.tooMany, { count: waitMinutes(refusal) })
              : text.failed}
          </Notice>
        ) : null}
        <TextField
          ref={field}
          name="email"
          type="email"
          autoComplete="username"
          label={signInText.email}
          error={wrong ? signInText.invalidEmail : null}
          required
        />
        <Button type="submit" variant="accent" size="large" block disabled={!hydrated} busy={request.isPending}>
          {text.submit}
        </Button>
      </form>
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage((_, locale) => {
  const { access, signIn: signInText } = texts(locale);
  return { text: access.forgot, signInText, head: { title: access.forgot.title, noIndex: true } };
});
