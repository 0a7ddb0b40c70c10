import { Button, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useEffect, useId, useRef } from 'react';
import { saveConsent } from '../lib/consent.ts';
import { consentTexts } from '../messages/consent.ts';

/** Yes and no weigh the same. Nothing is covered that cannot be reached otherwise, and nobody has to answer. */
export default function ConsentQuestion({ focus, onDone }: { focus: boolean; onDone: () => void }) {
  const text = consentTexts[useI18n().locale];
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const answer = (consent: 'on' | 'off') => () => {
    saveConsent(consent);
    onDone();
  };
  return (
    <aside
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="pointer-events-auto grid gap-3 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-5"
    >
      <h2 id={id} className="font-sans font-semibold text-base tracking-normal">
        {text.title}
      </h2>
      <p className="text-ink-soft text-sm">
        {text.text}{' '}
        <Link href="/legal/privacy" prefetch={false} className="underline underline-offset-4 hover:text-ink">
          {text.more}
        </Link>
      </p>
      <div className="grid grid-cols-2 gap-3">
        <Button size="small" variant="secondary" onClick={answer('off')}>
          {text.decline}
        </Button>
        <Button size="small" variant="secondary" onClick={answer('on')}>
          {text.accept}
        </Button>
      </div>
    </aside>
  );
}
