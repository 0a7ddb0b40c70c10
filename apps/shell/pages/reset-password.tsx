import { refusalOf, statusOf, useApi } from '@mallhive/api-client';
import { Button, Notice, useHydrated, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { type FormEvent, useRef, useState } from 'react';
import { FormPage } from '../components/form-page.tsx';
import { DeadLink, type MailLinkProps } from '../components/mail-link.tsx';
import { NewPassword } from '../components/new-password.tsx';
import { ownRequestPage } from '../lib/pages.ts';
import { passwordProblem, waitMinutes } from '../lib/refusals.ts';
import { texts } from '../messages/index.ts';

export default function ResetPassword({ text, tooMany, token, hint }: MailLinkProps & { hint: string }) {
  const router = useRouter();
  // A press before the page's scripts run would send the form past them.
  const hydrated = useHydrated();
  const { say } = useI18n();
  const [short, setShort] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const reset = useMutation(useApi().identity.resetPassword.mutationOptions());
  const refusal = refusalOf(reset.error);
  if (!token || statusOf(reset.error) === 400 || refusal?.reason === 'link_invalid') {
    return <DeadLink text={text} again="/forgot-password" />;
  }
  const problem = short ? text.strength.problems.too_short : passwordProblem(refusal, text.strength.problems);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const password = String(new FormData(form.current ?? undefined).get('password') ?? '');
    setShort(password.length < 10);
    if (password.length < 10) return form.current?.querySelector('input')?.focus();
    reset.mutate({ token, password }, { onSuccess: () => void router.replace('/sign-in?reset=1') });
  };

  return (
    <FormPage title={text.reset.title} lead={text.reset.lead} footer={null}>
      <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
        {reset.isError && !problem ? (
          <Notice tone="danger" role="alert">
            {refusal?.reason === 'too_many_requests'
              ? say(tooMany, { count: waitMinutes(refusal) })
              : text.forgot.failed}
          </Notice>
        ) : null}
        <NewPassword label={text.reset.password} hint={hint} error={problem} text={text.strength} />
        <Button
          type="submit"
          variant="accent"
          size="large"
          block
          disabled={!hydrated}
          busy={reset.isPending || reset.isSuccess}
        >
          {text.reset.submit}
        </Button>
      </form>
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage(({ token }, locale) => {
  const { access: text, signIn, register } = texts(locale);
  return {
    text,
    tooMany: signIn.tooMany,
    hint: register.passwordHint,
    token: typeof token === 'string' ? token : '',
    head: { title: text.reset.title, noIndex: true },
  };
});
