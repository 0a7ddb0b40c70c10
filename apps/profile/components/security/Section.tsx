import { Notice } from '@mallhive/ui';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** Said when something went wrong. */
  failure?: string | null;
  /** Said when something went well. */
  news?: string | null;
  children: ReactNode;
}

/** One matter of an account page. */
export function Section({ title, failure, news, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-tile border border-line bg-surface p-5 sm:p-7">
      <h2 id={id} className="mb-4 text-2xl">
        {title}
      </h2>
      <div className="grid gap-5">
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        {news ? (
          <Notice tone="positive" role="status">
            {news}
          </Notice>
        ) : null}
        {children}
      </div>
    </section>
  );
}
