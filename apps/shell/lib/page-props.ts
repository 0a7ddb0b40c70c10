import type { PageHead } from '@mallhive/federation';
import type { ShellPageProps } from '@mallhive/federation/shell';
import type { Currency } from '@mallhive/ui';
import type { FooterTopics } from '../components/footer.tsx';
import type { NavigationCategory } from './top-categories.ts';

export interface LayoutData {
  categories: NavigationCategory[];
  /** Public origins: of the shop, and of the dashboard for those who sell. */
  origin: string;
  sellerUrl: string;
  /** The shop's own currency, for who chose none. */
  currency: Currency;
  topics: FooterTopics;
}

/** Props of every page of the shell. */
export interface PageProps extends Partial<ShellPageProps> {
  layout?: LayoutData;
  head?: PageHead;
}
