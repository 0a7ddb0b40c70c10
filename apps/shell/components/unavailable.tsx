import { LinkButton } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';

/** In place of a page that cannot be had right now; says what happens next and where to go meanwhile. */
export function Unavailable() {
  const { title, text, home, sale } = useTexts().unavailable;
  return (
    <section
      className="mh-page grid min-h-[60vh] content-center justify-items-center gap-5 py-16 text-center"
      data-unavailable
    >
      <Comb />
      <h1>{title}</h1>
      <p className="max-w-prose text-ink-soft" role="status">
        {text}
      </p>
      <p className="flex flex-wrap justify-center gap-3">
        <LinkButton as={Link} href="/">
          {home}
        </LinkButton>
        <LinkButton as={Link} href="/sale" variant="secondary">
          {sale}
        </LinkButton>
      </p>
    </section>
  );
}

/** An empty cell of the comb. */
export function Comb() {
  return (
    <svg viewBox="0 0 120 80" width="150" height="100" aria-hidden="true">
      <g fill="none" stroke="var(--mh-line-strong)" strokeWidth="2.5" strokeLinejoin="round">
        <path fill="var(--mh-accent)" stroke="none" d="m35 8 17 10v20L35 48 18 38V18z" />
        <path strokeDasharray="5 5" d="m70 8 17 10v20L70 48 53 38V18z" />
        <path fill="var(--mh-accent-soft)" d="m52.500 40 17 10v20l-17 10-17-10V50z" transform="translate(0 -1)" />
      </g>
    </svg>
  );
}
