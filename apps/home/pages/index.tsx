import { Container } from '@mallhive/ui';
import Head from 'next/head';
import Link from 'next/link';
import { states } from '../fixtures/states.ts';

/** For developers, in English like their tools. */
const texts = {
  title: 'Home remote',
  intro:
    'Each exposed component with its states, on fixtures. The live pages read the real API; /de, /fr and /ar in front show the other languages.',
  states: 'States on fixtures',
  live: 'Live pages',
  livePages: [
    { href: '/live', label: 'HomePage' },
    { href: '/sale', label: 'ListingPage: offers' },
    { href: '/search?q=lamp', label: 'ListingPage: search' },
  ],
};
const link = 'text-accent-strong underline underline-offset-4';

/** Every exposed component of this remote in its states. */
export default function Showcase() {
  return (
    <main>
      <Head>
        <title>{texts.title}</title>
      </Head>
      <Container className="grid gap-10 py-10">
        <header>
          <h1>{texts.title}</h1>
          <p className="mt-2 text-ink-soft">{texts.intro}</p>
        </header>
        <section>
          <h2 className="mb-4">{texts.states}</h2>
          <ul className="grid gap-2">
            {Object.entries(states).map(([key, { label, search = '' }]) => (
              <li key={key}>
                <Link href={`/states/${key}${search}`} className={link}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="mb-4">{texts.live}</h2>
          <ul className="grid gap-2">
            {texts.livePages.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className={link}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </Container>
    </main>
  );
}
