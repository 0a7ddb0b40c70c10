import { createCaller, type Turn } from './call-app.ts';
import { type CallState, claimJobs, type Job, loadCallStates } from './claim-jobs.ts';
import type { Engine } from './engine.ts';
import { internalEvents } from './protocol.ts';
import { settleTurn } from './settle-turn.ts';

export interface JobRunner {
  /** Claims and starts as many calls as may be under way; gives the milliseconds until the next look. */
  run(): Promise<number | undefined>;
  inFlight(): Job[];
  /** Waits for the calls under way, at most so long. */
  drain(timeoutMs: number): Promise<void>;
  close(): void;
}

const settleAttempts = 5;
const waiting = new Set(['Sleep', 'WaitForEvent', 'WaitForSignal', 'InvokeFunction']);
const failing = new Set(['StepError', 'StepFailed']);

/** Which queues a turn may have given something to. */
function consequences(turn: Turn): { timers: boolean; events: boolean } {
  if (turn.kind !== 'operations') return { timers: false, events: turn.kind !== 'completed' };
  return {
    timers: turn.operations.some(({ op }) => waiting.has(op)),
    events: turn.operations.some(({ op }) => failing.has(op)),
  };
}

export function createJobRunner(engine: Engine): JobRunner {
  const caller = createCaller(engine.settings);
  const underWay = new Map<Job, Promise<void>>();

  /** A database that is away for a moment must not cost a step that has run. Saving twice is harmless: the token says so. */
  async function settle(job: Job, turn: Turn): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await settleTurn(engine, job, turn);
      } catch (error) {
        if (attempt === settleAttempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
      }
    }
  }

  async function perform(job: Job, state: CallState): Promise<void> {
    const fn = engine.registry.get(state.functionId);
    const turn: Turn = fn
      ? await caller.call(fn, job, state)
      : { kind: 'lost', reason: `The function ${state.functionId} is not registered`, sent: true };
    if (turn.kind === 'lost') {
      engine.settings.logger.warn({ run: job.runId, fn: state.functionId, reason: turn.reason }, 'A call was lost');
    }
    const settled = await settle(job, turn);
    if (!settled) engine.settings.logger.debug({ run: job.runId, job: job.id }, 'A late answer was discarded');
    engine.wake('jobs');
    const { timers, events } = consequences(turn);
    if (timers) engine.wake('timers');
    if (events || engine.registry.triggeredBy(internalEvents.finished).length > 0) engine.wake('events');
  }

  function begin(job: Job, state: CallState): void {
    const work = perform(job, state)
      .catch((error: unknown) => {
        // The lease runs out and the call is made again.
        engine.settings.logger.error({ error, run: job.runId }, 'The result of a call could not be saved');
      })
      .finally(() => underWay.delete(job));
    underWay.set(job, work);
  }

  return {
    async run() {
      const room = engine.settings.maxInFlight - underWay.size;
      if (room <= 0) return undefined;
      const { jobs, wait } = await claimJobs(engine, room);
      if (jobs.length > 0) {
        const states = await loadCallStates(engine, jobs);
        for (const job of jobs) {
          const state = states.get(job.runId);
          if (state) begin(job, state);
        }
      }
      return wait;
    },
    inFlight: () => [...underWay.keys()],
    async drain(timeoutMs) {
      const over = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref());
      await Promise.race([Promise.allSettled(underWay.values()), over]);
    },
    close: () => caller.close(),
  };
}
