import { Logo, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { openPrivacy } from '../lib/consent.ts';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { useTexts } from '../texts.ts';

/** Slug and title of each page of text. */
export interface FooterTopics {
  help: [slug: string, title: string][];
  legal: [slug: string, title: string][];
}

interface FooterProps {
  categories: NavigationCategory[];
  topics: FooterTopics;
  /** Of the dashboard, which is another app; nothing leads there without it. */
  sellerUrl?: string;
}

export function Footer({ categories, topics, sellerUrl }: FooterProps) {
  const { footer: text, header, tagline } = useTexts();
  const { say } = useI18n();
  const columns = [
    {
      title: text.shop,
      links: [['/sale', text.allDeals], ...categories.slice(0, 5).map(({ path, name }) => [`/c/${path}`, name])],
    },
    { title: text.help, links: [...links('/help', topics.help), ['/orders/look-up', header.findOrder]] },
    { title: text.legal, links: [...links('/legal', topics.legal), ['/about', text.company]] },
  ];
  return (
    <footer className="mt-16 border-line border-t bg-sunken">
      <div className="mh-page grid gap-10 py-12 sm:grid-cols-2 lg:grid-cols-[1.4fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-3">
          <Logo />
          <p className="max-w-xs text-ink-soft">{tagline}</p>
          {sellerUrl ? (
            <p>
              <a
                href={`${sellerUrl}/apply`}
                className="inline-block py-1.5 font-semibold underline underline-offset-4 hover:text-accent-strong"
              >
                {text.sell}
              </a>
            </p>
          ) : null}
        </div>
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="mb-3 font-sans font-semibold text-base tracking-normal">{title}</h2>
            <ul>
              {links.map(([href = '/', label]) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    className="inline-block py-1.5 text-ink-soft hover:text-ink hover:underline"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <div className="mh-page flex flex-wrap items-center justify-between gap-x-6 border-line border-t py-3 text-ink-soft text-sm">
        <p className="py-2">{say(text.rights, { year: '2026' })}</p>
        <button type="button" onClick={openPrivacy} className="py-2 hover:text-ink hover:underline">
          {text.privacyChoices}
        </button>
      </div>
    </footer>
  );
}

function links(base: string, topics: [slug: string, title: string][]): [string, string][] {
  return topics.map(([slug, title]) => [`${base}/${slug}`, title]);
}
