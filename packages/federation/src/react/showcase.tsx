import Head from 'next/head';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface ShowcaseIndexProps {
  title: string;
  states: readonly string[];
  children?: ReactNode;
}

/** First page of this remote alone: one link for each state of its components. */
export function ShowcaseIndex({ title, states, children }: ShowcaseIndexProps) {
  return (
    <div className="mx-auto max-w-5xl px-5 py-10">
      <Head>
        <title>{title}</title>
      </Head>
      <main>
        <h1 className="mb-6">{title}</h1>
        {children}
        <ul className="grid gap-2">
          {states.map((state) => (
            <li key={state}>
              <Link href={`/states/${state}`} className="underline underline-offset-4">
                {state}
              </Link>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}

export function ShowcaseState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main>
      <Head>
        <title>{title}</title>
      </Head>
      {children}
    </main>
  );
}
