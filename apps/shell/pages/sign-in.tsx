import { Button, Notice, TextField } from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { signIn } from 'next-auth/react';
import { type FormEvent, useRef, useState } from 'react';
import { FormPage } from '../components/form-page.tsx';
import { checkSignIn, type Errors, safeReturnPath } from '../lib/form-rules.ts';
import { ownRequestPage } from '../lib/pages.ts';
import type { en } from '../messages/en.ts';
import { texts } from '../messages/index.ts';

export default function SignIn({ text }: { text: (typeof en)['signIn'] }) {
  const { query } = useRouter();
  const [errors, setErrors] = useState<Errors<'email' | 'password' | 'form'>>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const values = { email: String(data.get('email') ?? ''), password: String(data.get('password') ?? '') };
    const found = checkSignIn(values, text);
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    setBusy(true);
    const result = await signIn('credentials', { ...values, redirect: false }).catch(() => undefined);
    // A fresh page: nothing that was fetched for the guest stays.
    if (result?.ok) return location.assign(safeReturnPath(query.callbackUrl));
    setBusy(false);
    setErrors({ form: result?.status === 401 ? text.wrong : text.failed });
  };

  return (
    <FormPage
      title={text.title}
      lead={text.lead}
      footer={
        <>
          <p>
            {text.noAccount}{' '}
            <Link href="/register" className="font-semibold text-accent-strong underline underline-offset-4">
              {text.register}
            </Link>
          </p>
          <p>{text.guest}</p>
        </>
      }
    >
      <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-5">
        {query.created && !errors.form ? <Notice tone="positive">{text.created}</Notice> : null}
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
        <Button type="submit" variant="accent" size="large" block busy={busy}>
          {text.submit}
        </Button>
      </form>
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage((_, locale) => {
  const text = texts(locale).signIn;
  return { text, head: { title: text.submit, noIndex: true } };
});
