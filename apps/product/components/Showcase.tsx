import { Container } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import ProductCard from '../exposed/ProductCard.tsx';
import ProductRail from '../exposed/ProductRail.tsx';
import { cards, products } from '../fixtures/products.ts';
import { Rail } from './Rail.tsx';

/** For developers, in English like their tools. */
const texts = {
  title: 'Product remote',
  intro:
    'Each exposed component with its states, on fixtures. Pages under /p/… read the real API; /de, /fr and /ar in front show the other languages.',
  states: 'States of the product page',
  cards: 'ProductCard',
  rail: 'ProductRail',
  loading: 'ProductRail while it loads',
};

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-8">
      <h2 className="mb-5">{title}</h2>
      {children}
    </section>
  );
}

/** Every exposed component of this remote in its states. */
export function Showcase() {
  const all = Object.entries(cards);
  return (
    <Container className="grid grid-cols-1 gap-12 py-10">
      <header>
        <h1>{texts.title}</h1>
        <p className="mt-2 text-ink-soft">{texts.intro}</p>
      </header>
      <Section title={texts.states}>
        <ul className="grid gap-2">
          {Object.entries(products).map(([key, { label }]) => (
            <li key={key}>
              <Link href={`/states/${key}`} className="text-accent-strong underline underline-offset-4">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={texts.cards}>
        <ul className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 lg:grid-cols-4">
          {all.map(([key, product]) => (
            <li key={key}>
              <ProductCard product={product} />
            </li>
          ))}
        </ul>
      </Section>
      <ProductRail title={texts.rail} href="/" linkLabel={texts.cards} items={all.map(([, product]) => product)} />
      <Rail title={texts.loading} items={[]} loading />
    </Container>
  );
}
