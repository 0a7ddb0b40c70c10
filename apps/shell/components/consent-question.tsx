import { Button, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { mayAsk, readConsent, saveConsent } from '../lib/consent.ts';
import { consentTexts } from '../messages/consent.ts';

interface ConsentQuestionProps {
  /** Somebody wants to choose anew: the focus comes here, Escape leaves everything as it is, and the focus goes back. */
  again: boolean;
  onDone: () => void;
}

/** Yes and no weigh the same, and nobody has to answer: what lies under the question can be scrolled clear of it. */
export default function ConsentQuestion({ again, onDone }: ConsentQuestionProps) {
  const text = consentTexts[useI18n().locale];
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const refused = !mayAsk();
  const now = again && !refused ? readConsent() : null;
  useEffect(() => {
    if (!again) return;
    const from = document.activeElement;
    box.current?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
  }, [again]);
  useEffect(() => {
    const { style } = document.body;
    style.paddingBlockEnd = `${(box.current?.offsetHeight ?? 0) + 24}px`;
    return () => {
      style.paddingBlockEnd = '';
    };
  }, []);
  const answer = (consent: 'on' | 'off') => () => {
    saveConsent(consent);
    onDone();
  };
  const leave = (event: KeyboardEvent) => {
    if (again && event.key === 'Escape') onDone();
  };
  return (
    <aside
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={leave}
      className="pointer-events-auto grid gap-3 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-5"
    >
      <h2 id={id} className="font-sans font-semibold text-base tracking-normal">
        {refused ? text.refusedTitle : text.title}
      </h2>
      <p className="text-ink-soft text-sm">
        {refused ? text.refused : text.text}{' '}
        <Link href="/legal/privacy" prefetch={false} className="underline underline-offset-4 hover:text-ink">
          {text.more}
        </Link>
      </p>
      {now ? <p className="font-semibold text-sm">{now === 'on' ? text.isOn : text.isOff}</p> : null}
      {refused ? (
        <Button size="small" variant="secondary" onClick={onDone}>
          {text.close}
        </Button>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Button size="small" variant="secondary" onClick={answer('off')}>
            {text.decline}
          </Button>
          <Button size="small" variant="secondary" onClick={answer('on')}>
            {text.accept}
          </Button>
        </div>
      )}
    </aside>
  );
}
