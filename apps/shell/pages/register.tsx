import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, localisedPath, Notice, TextField, useHydrated, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { signIn } from 'next-auth/react';
import { type FormEvent, useRef, useState } from 'react';
import { FormPage } from '../components/form-page.tsx';
import { NewPassword } from '../components/new-password.tsx';
import { checkRegistration, type Errors, safeReturnPath } from '../lib/form-rules.ts';
import { ownRequestPage } from '../lib/pages.ts';
import { passwordProblem, waitMinutes } from '../lib/refusals.ts';
import type { en } from '../messages/en.ts';
import { texts } from '../messages/index.ts';

interface RegisterProps {
  text: (typeof en)['register'];
  signInText: (typeof en)['signIn'];
  strength: (typeof en)['access']['strength'];
}

export default function Register({ text, signInText, strength }: RegisterProps) {
  // A press before the page's scripts run would send the form past them.
  const hydrated = useHydrated();
  const { say, locale } = useI18n();
  const router = useRouter();
  const [errors, setErrors] = useState<Errors<'name' | 'email' | 'password' | 'form'>>({});
  const form = useRef<HTMLFormElement>(null);
  const registration = useMutation(useApi().identity.register.mutationOptions());
  const [leaving, setLeaving] = useState(false);

  const field = (name: string) => String(new FormData(form.current ?? undefined).get(name) ?? '');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = { name: field('name'), email: field('email'), password: field('password') };
    const found = checkRegistration(values, text, signInText);
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    try {
      await registration.mutateAsync({ ...values, locale });
    } catch (error) {
      const refusal = refusalOf(error);
      const password = passwordProblem(refusal, strength.problems);
      if (password) {
        setErrors({ password });
        return form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus();
      }
      const waiting = refusal?.reason === 'too_many_requests';
      return setErrors({ form: waiting ? say(signInText.tooMany, { count: waitMinutes(refusal) }) : text.failed });
    }
    setLeaving(true);
    // The answer is the same for an address that has an account already; only its owner's password gets in.
    const result = await signIn('credentials', { ...values, redirect: false }).catch(() => undefined);
    if (result?.ok) return location.assign(safeReturnPath(router.query.callbackUrl, localisedPath(locale, '/account')));
    await router.push('/sign-in?created=1');
  };

  return (
    <FormPage
      title={text.title}
      lead={text.lead}
      footer={
        <p>
          {text.haveAccount}{' '}
          <Link href="/sign-in" className="font-semibold text-accent-strong underline underline-offset-4">
            {signInText.submit}
          </Link>
        </p>
      }
    >
      <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
        {errors.form ? (
          <div role="alert">
            <Notice tone="danger">{errors.form}</Notice>
          </div>
        ) : null}
        <TextField name="name" autoComplete="name" label={text.name} error={errors.name} maxLength={120} required />
        <TextField
          name="email"
          type="email"
          autoComplete="username"
          label={signInText.email}
          error={errors.email}
          required
        />
        <NewPassword
          label={signInText.password}
          hint={text.passwordHint}
          error={errors.password}
          text={strength}
          person={() => ({ name: field('name').slice(0, 120), email: field('email').slice(0, 254) })}
        />
        <Button
          type="submit"
          variant="accent"
          size="large"
          block
          disabled={!hydrated}
          busy={registration.isPending || leaving}
        >
          {text.submit}
        </Button>
      </form>
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage((_, locale) => {
  const { register: text, signIn: signInText, access } = texts(locale);
  return { text, signInText, strength: access.strength, head: { title: text.title, noIndex: true } };
});
