import { Notice, type Speech, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CheckoutChange } from '../logic/changes.ts';
import { useTexts } from '../texts.ts';
import type { Problem } from './flow-types.ts';

type Words = ReturnType<typeof useTexts>;
type Say = Speech['say'];

function changeSentence(change: CheckoutChange, { problem: text }: Words, say: Say): string {
  switch (change.kind) {
    case 'price':
      return say(text.price, change);
    case 'quantity':
      return say(text.quantityChanged, change);
    case 'gone':
      return say(text.gone, change);
    case 'new':
      return say(text.added, change);
    case 'shipping':
      return say(text.shipping, change);
    case 'code':
      return say(text.code, change);
    case 'discount':
      return say(text.discount, change);
  }
}

interface Said {
  tone: 'caution' | 'danger';
  title?: string;
  body: ReactNode;
}

function said(problem: Problem, words: Words, say: Say): Said {
  const text = words.problem;
  switch (problem.kind) {
    case 'fields':
      return { tone: 'danger', body: <p>{say(text.fields, { count: problem.count })}</p> };
    case 'declined':
      return {
        tone: 'danger',
        title: text.declinedTitle,
        body: (
          <>
            <p>{(text.declined as Record<string, string>)[problem.code] ?? problem.message ?? text.declinedOther}</p>
            <p className="mt-1 text-sm text-ink-soft">{text.declinedNote}</p>
          </>
        ),
      };
    case 'changed':
      return {
        tone: 'caution',
        title: text.changedTitle,
        body:
          problem.changes.length === 0 ? (
            <p>{text.changedUnclear}</p>
          ) : (
            <>
              <ul className="my-1 list-disc ps-5">
                {problem.changes.map((change) => (
                  <li key={changeSentence(change, words, say)}>{changeSentence(change, words, say)}</li>
                ))}
              </ul>
              <p>{text.changedNote}</p>
            </>
          ),
      };
    case 'sold-out':
      return {
        tone: 'danger',
        title: text.soldOutTitle,
        body: (
          <>
            <p>
              {problem.titles.length === 0
                ? text.soldOutUnclear
                : say(text.soldOut, { titles: problem.titles.join(', ') })}
            </p>
            <p className="mt-2">
              <Link href="/cart" className="font-semibold underline underline-offset-4">
                {text.soldOutAction}
              </Link>
            </p>
          </>
        ),
      };
    case 'expired':
      return { tone: 'caution', title: text.expiredTitle, body: <p>{text.expired}</p> };
    case 'undeliverable':
      return { tone: 'danger', body: <p>{words.page.undeliverable}</p> };
    case 'balance-changed':
      return { tone: 'caution', title: words.giftCards.changedTitle, body: <p>{words.giftCards.changed}</p> };
    case 'waiting':
      return { tone: 'caution', body: <p>{text.waiting}</p> };
    case 'update-failed':
      return { tone: 'danger', body: <p>{words.page.updateFailed}</p> };
    case 'failed':
      return { tone: 'danger', title: text.failedTitle, body: <p>{text.failed}</p> };
  }
}

/** Comes into view when it appears: it stands beside the button that caused it, which may be covered on a phone. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const words = useTexts();
  const { say } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem.kind !== 'fields') place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [problem]);
  const { tone, title, body } = said(problem, words, say);
  return (
    <div ref={place}>
      <Notice tone={tone} role="alert" {...(title ? { title } : {})}>
        {body}
      </Notice>
    </div>
  );
}
