import { formatMoney, Notice } from '@mallhive/ui';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CheckoutChange } from '../logic/changes.ts';
import { messages } from '../messages.ts';
import type { Problem } from './flow-types.ts';

const text = messages.problem;

function changeSentence(change: CheckoutChange): string {
  switch (change.kind) {
    case 'price':
      return text.price(change.title, formatMoney(change.from), formatMoney(change.to));
    case 'quantity':
      return text.quantityChanged(change.title, change.from, change.to);
    case 'gone':
      return text.gone(change.title);
    case 'new':
      return text.added(change.title);
    case 'shipping':
      return text.shipping(change.seller, formatMoney(change.from), formatMoney(change.to));
  }
}

interface Said {
  tone: 'caution' | 'danger';
  title?: string;
  body: ReactNode;
}

const cartLink = (
  <Link href="/cart" className="font-semibold underline underline-offset-4">
    {text.soldOutAction}
  </Link>
);

function say(problem: Problem): Said {
  switch (problem.kind) {
    case 'fields':
      return { tone: 'danger', body: <p>{text.fields(problem.count)}</p> };
    case 'declined':
      return {
        tone: 'danger',
        title: text.declinedTitle,
        body: (
          <>
            <p>{text.declined[problem.code] ?? problem.message ?? text.declinedOther}</p>
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
              <ul className="my-1 list-disc pl-5">
                {problem.changes.map((change) => (
                  <li key={changeSentence(change)}>{changeSentence(change)}</li>
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
            <p>{problem.titles.length === 0 ? text.soldOutUnclear : text.soldOut(problem.titles.join(', '))}</p>
            <p className="mt-2">{cartLink}</p>
          </>
        ),
      };
    case 'expired':
      return { tone: 'caution', title: text.expiredTitle, body: <p>{text.expired}</p> };
    case 'waiting':
      return { tone: 'caution', body: <p>{text.waiting}</p> };
    case 'update-failed':
      return { tone: 'danger', body: <p>{messages.page.updateFailed}</p> };
    case 'failed':
      return { tone: 'danger', title: text.failedTitle, body: <p>{text.failed}</p> };
  }
}

/** Comes into view when it appears: it stands beside the button that caused it, which may be covered on a phone. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem.kind !== 'fields') place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [problem]);
  const { tone, title, body } = say(problem);
  return (
    <div ref={place}>
      <Notice tone={tone} role="alert" {...(title ? { title } : {})}>
        {body}
      </Notice>
    </div>
  );
}
