import type { Claimed } from './delivery.repository.ts';
import type { WebhookDeps } from './deps.ts';
import { disableEndpoint } from './disable-endpoint.ts';
import type { Endpoint } from './endpoint.repository.ts';
import type { WebhookAnswer } from './ports.ts';
import { disableAfterMs, nextTry } from './retry-schedule.ts';
import { openSecrets } from './secret.ts';

/** Longer than all requests of one go can take; then somebody else may try. */
const claimMs = 120_000;
/** Requests to one address at once. */
const width = 4;

export interface DueReport {
  /** Requests that were made. */
  tried: number;
  /** When the next one is due; null: nothing waits. */
  nextAt: string | null;
}

const idle: DueReport = { tried: 0, nextAt: null };

/**
 * Sends some of what is due at an address. At least once: what was sent but not noted down because of a crash goes out again
 * with the same id. Throws only when our own database or vault does not work.
 */
export async function deliverDue(deps: WebhookDeps, endpointId: string): Promise<DueReport> {
  const { endpoints, deliveries, approved, secrets, clock } = deps;
  const endpoint = await endpoints.find(endpointId, null);
  if (!endpoint) return idle;
  if (endpoint.status !== 'active') {
    await deliveries.giveUp(endpointId, 'endpoint_off', clock.now());
    return idle;
  }
  if (!(await approved([endpoint.sellerId])).has(endpoint.sellerId)) {
    await deliveries.giveUp(endpointId, 'seller_closed', clock.now());
    return idle;
  }
  const now = clock.now();
  const keys = await openSecrets(secrets, endpoint, now);
  const claimed = await deliveries.claim(endpointId, now, new Date(now.getTime() + claimMs));
  let gone = false;
  let failed = false;
  let next = 0;
  const worker = async () => {
    for (let own = claimed[next++]; own && !gone; own = claimed[next++]) {
      const answer = await sendOne(deps, endpoint, keys, own);
      gone ||= answer.status === 410;
      failed ||= !isTaken(answer);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, claimed.length) }, worker));
  const { failingSince } = endpoint;
  const tooLong = failingSince !== null && clock.now().getTime() - failingSince.getTime() >= disableAfterMs;
  if (gone || (failed && tooLong && (await endpoints.find(endpointId, null))?.failingSince)) {
    await disableEndpoint(deps, endpoint, gone ? 'gone' : 'failing');
    return { ...idle, tried: claimed.length };
  }
  return { tried: claimed.length, nextAt: (await deliveries.next(endpointId))?.toISOString() ?? null };
}

const isTaken = ({ status }: WebhookAnswer) => status !== null && status >= 200 && status < 300;

async function sendOne(
  { sender, deliveries, clock }: WebhookDeps,
  { url }: Endpoint,
  keys: readonly string[],
  { id, payload, tries }: Claimed,
): Promise<WebhookAnswer> {
  const began = clock.now();
  const answer = await sender.send({ url, id, at: began, payload, secrets: keys });
  const now = clock.now();
  const again = answer.status === 410 ? null : nextTry(tries + 1, now);
  const status = isTaken(answer) ? 'delivered' : again ? 'pending' : 'failed';
  await deliveries.settle(id, { status, nextAt: status === 'pending' ? again : null }, answer, began, now);
  return answer;
}
