import { LinkButton } from '@mallhive/ui';
import Link from 'next/link';
import { Comb } from '../components/unavailable.tsx';
import { ownPage } from '../lib/pages.ts';
import { texts } from '../messages/index.ts';
import { useTexts } from '../texts.ts';

export default function NotFound() {
  const { notFound, unavailable } = useTexts();
  const { title, text, search } = notFound;
  return (
    <section className="mh-page grid min-h-[60vh] content-center justify-items-center gap-5 py-16 text-center">
      <Comb />
      <h1>{title}</h1>
      <p className="max-w-prose text-ink-soft">
        {text} {search}
      </p>
      <LinkButton as={Link} href="/">
        {unavailable.home}
      </LinkButton>
    </section>
  );
}

export const getStaticProps = ownPage((_, locale) => ({
  head: { title: texts(locale).notFound.title, noIndex: true },
}));
