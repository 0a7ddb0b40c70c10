import { EmptyState, ErrorState } from '@mallhive/ui';
import Head from 'next/head';
import type { ComponentType } from 'react';
import { useTexts } from '../texts.ts';

export type LiveProps<Props> = { kind: 'ready'; title: string; page: Props } | { kind: 'missing' } | { kind: 'failed' };

/** What the shell does around a page module, for this remote alone: title, "not found" and failure. */
export function LivePage<Props extends object>({ of: Page, ...live }: LiveProps<Props> & { of: ComponentType<Props> }) {
  const texts = useTexts();
  const title = live.kind === 'ready' ? live.title : texts.alone[live.kind];
  return (
    <main>
      <Head>
        <title>{title}</title>
      </Head>
      {live.kind === 'ready' ? <Page {...live.page} /> : null}
      {live.kind === 'missing' ? <EmptyState title={title} level={1} /> : null}
      {live.kind === 'failed' ? (
        <ErrorState title={title} level={1} onRetry={() => window.location.reload()}>
          {texts.alone.failedHint}
        </ErrorState>
      ) : null}
    </main>
  );
}
