import { EmptyState, ErrorState } from '@mallhive/ui';
import Head from 'next/head';
import type { ComponentType } from 'react';
import { messages } from '../messages.ts';

export type LiveProps<Props> = { kind: 'ready'; title: string; page: Props } | { kind: 'missing' } | { kind: 'failed' };

/** What the shell does around a page module, for this remote alone: title, "not found" and failure. */
export function LivePage<Props extends object>({ of: Page, ...live }: LiveProps<Props> & { of: ComponentType<Props> }) {
  if (live.kind === 'missing') return <EmptyState title={messages.alone.missing} level={1} />;
  if (live.kind === 'failed') {
    return (
      <ErrorState title={messages.alone.failed} level={1} onRetry={() => window.location.reload()}>
        {messages.alone.failedHint}
      </ErrorState>
    );
  }
  return (
    <>
      <Head>
        <title>{live.title}</title>
      </Head>
      <main>
        <Page {...live.page} />
      </main>
    </>
  );
}
