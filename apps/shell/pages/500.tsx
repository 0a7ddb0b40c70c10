import { Button } from '@mallhive/ui';
import { Comb } from '../components/unavailable.tsx';
import { ownPage } from '../lib/pages.ts';
import { texts } from '../messages/index.ts';
import { useTexts } from '../texts.ts';

export default function Broken() {
  const { title, text, again } = useTexts().broken;
  return (
    <section className="mh-page grid min-h-[60vh] content-center justify-items-center gap-5 py-16 text-center">
      <Comb />
      <h1>{title}</h1>
      <p className="max-w-prose text-ink-soft">{text}</p>
      <Button onClick={() => location.reload()}>{again}</Button>
    </section>
  );
}

export const getStaticProps = ownPage((_, locale) => ({ head: { title: texts(locale).broken.title, noIndex: true } }));
