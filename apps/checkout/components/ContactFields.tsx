import { localisedPath, TextField, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { Flow } from './flow-types.ts';

export function ContactFields({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { locale } = useI18n();
  return (
    <section aria-labelledby="checkout-contact" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="checkout-contact" className="text-2xl">
          {text.contact}
        </h2>
        {flow.signedIn ? null : (
          <p className="text-sm text-ink-soft">
            {text.haveAccount}{' '}
            <Link
              href={`/sign-in?callbackUrl=${encodeURIComponent(localisedPath(locale, '/checkout'))}`}
              className="font-semibold text-ink underline underline-offset-4"
            >
              {text.signIn}
            </Link>
          </p>
        )}
      </div>
      <TextField
        label={text.email}
        id="checkout-email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={text.emailHint}
        value={flow.email}
        error={flow.errors.email}
        onChange={(event) => flow.setEmail(event.currentTarget.value)}
        onBlur={() => flow.touch('email')}
      />
    </section>
  );
}
