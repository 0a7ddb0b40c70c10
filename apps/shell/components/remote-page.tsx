import { RemoteSlot } from '@mallhive/federation';
import { useRecovery } from '@mallhive/federation/shell';
import type { PageProps } from '../lib/page-props.ts';
import { Unavailable } from './unavailable.tsx';

/** The page of every route that a remote fills. */
export function RemotePage({ page, wanted }: PageProps) {
  useRecovery(wanted);
  if (!page) return <Unavailable />;
  return <RemoteSlot module={page.module} props={page.props} fallback={<Unavailable />} />;
}
