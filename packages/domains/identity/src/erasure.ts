import type { Clock } from '@mallhive/kernel';
import type { ErasureRepository } from './erasure.repository.ts';
import { lastOwner } from './errors-organisations.ts';
import { erasureBegun } from './errors-personal-data.ts';
import { erasureCancelled, erasureRequested, userErased } from './events-personal-data.ts';
import type { Caller, StepUp } from './step-up.ts';

/** So long a person can change their mind. */
export const graceDays = 14;

interface Dependencies {
  erasures: ErasureRepository;
  stepUp: StepUp;
  clock: Clock;
}

/** Asking twice is asking once. Whoever is the last owner of a shop hands it over first. */
export function createRequestErasure({ erasures, stepUp, clock }: Dependencies) {
  return async (caller: Caller): Promise<{ erasure: { requestedAt: string; dueAt: string } }> => {
    await stepUp.demand(caller);
    const { userId } = caller;
    const alone = await erasures.soleOwnerOf(userId);
    if (alone.length > 0) throw lastOwner(alone);
    const now = clock.now();
    const dueAt = new Date(now.getTime() + graceDays * 86_400_000);
    const event = erasureRequested.create({ userId, requestedAt: now.toISOString(), dueAt: dueAt.toISOString() }, now);
    await erasures.request(userId, now, dueAt, event);
    const planned = await erasures.find(userId);
    if (!planned) throw erasureBegun();
    return { erasure: { requestedAt: planned.requestedAt.toISOString(), dueAt: planned.dueAt.toISOString() } };
  };
}

export function createReadErasure({ erasures }: Dependencies) {
  return async (userId: string) => {
    const planned = await erasures.find(userId);
    return {
      erasure: planned && { requestedAt: planned.requestedAt.toISOString(), dueAt: planned.dueAt.toISOString() },
    };
  };
}

/** Changed their mind. Done twice it is still ok. */
export function createCancelErasure({ erasures, clock }: Dependencies) {
  return async (userId: string): Promise<{ ok: true }> => {
    const now = clock.now();
    const cancelled = await erasures.cancel(userId, (requestedAt) =>
      erasureCancelled.create({ userId, requestedAt: requestedAt.toISOString() }, now),
    );
    if (!cancelled && (await erasures.find(userId))) throw erasureBegun();
    return { ok: true };
  };
}

/** The steps of the job. Each may run again after a crash and does no harm then. */
export function createErasureSteps({ erasures, clock }: Dependencies) {
  return {
    /** Closes the account. `stopped`: cancelled or asked for anew. `owner`: a shop would be left without an owner. */
    beginErasure: (userId: string, requestedAt: Date) => erasures.begin(userId, requestedAt, clock.now()),
    /** Destroys what identity holds, the data key with it. Only after `beginErasure`. */
    completeErasure: (userId: string) =>
      erasures.complete(userId, clock.now(), userErased.create({ userId }, clock.now())),
    /** For the job that makes up for lost timers. */
    dueErasures: (limit = 100) => erasures.due(clock.now(), limit),
  };
}
