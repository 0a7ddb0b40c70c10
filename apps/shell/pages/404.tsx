import { LinkButton } from '@mallhive/ui';
import Link from 'next/link';
import { Comb } from '../components/unavailable.tsx';
import { ownPage } from '../lib/pages.ts';
import { messages } from '../messages.ts';

export default function NotFound() {
  const { title, text, search } = messages.notFound;
  return (
    <section className="mh-page grid min-h-[60vh] content-center justify-items-center gap-5 py-16 text-center">
      <Comb />
      <h1>{title}</h1>
      <p className="max-w-prose text-ink-soft">
        {text} {search}
      </p>
      <LinkButton as={Link} href="/">
        {messages.unavailable.home}
      </LinkButton>
    </section>
  );
}

export const getStaticProps = ownPage(() => ({ head: { title: messages.notFound.title, noIndex: true } }));
