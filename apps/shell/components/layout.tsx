import type { ReactNode } from 'react';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { messages } from '../messages.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

interface LayoutProps {
  categories: NavigationCategory[];
  sellerUrl?: string;
  children: ReactNode;
}

export function Layout({ categories, sellerUrl, children }: LayoutProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-24 rounded-control bg-inverse px-4 py-3 font-semibold text-inverse-ink focus:translate-y-0"
      >
        {messages.skip}
      </a>
      <Header categories={categories} sellerUrl={sellerUrl} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer categories={categories} />
    </div>
  );
}
