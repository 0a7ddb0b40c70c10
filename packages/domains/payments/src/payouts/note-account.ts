import { type Deps, providerOf } from '../deps.ts';

/** The provider has news of an account: it is asked whether money can go there. For its webhooks and a seller's return. */
export async function noteAccount(
  deps: Pick<Deps, 'providers' | 'accounts' | 'clock'>,
  provider: string,
  accountRef: string,
): Promise<'ready' | 'details_missing' | 'ignored'> {
  const { transfers } = providerOf(deps, provider);
  if (!transfers) return 'ignored';
  const asked = deps.clock.now();
  const ready = await deps.accounts.note(provider, accountRef, await transfers.ready(accountRef), asked);
  if (ready === null) return 'ignored';
  return ready ? 'ready' : 'details_missing';
}
