import type { WorkflowDependencies } from '../dependencies.ts';

/** The part of the SDK's step tools that these functions use, so that a test can run their handlers directly. */
export interface Steps {
  run<Value>(id: string, work: () => Promise<Value>): Promise<unknown>;
  sleepUntil(id: string, time: Date): Promise<void>;
  waitForEvent(id: string, options: { event: string; timeout: string; if: string }): Promise<unknown>;
}

export interface IncomingEvent {
  id?: string;
  /** When it happened, in milliseconds. */
  ts?: number;
  data: unknown;
}

export type Handler = (dependencies: WorkflowDependencies, event: IncomingEvent, step: Steps) => Promise<unknown>;

/** A function that takes the events of some seconds together. */
export type BatchHandler = (
  dependencies: WorkflowDependencies,
  events: readonly IncomingEvent[],
  step: Steps,
) => Promise<unknown>;

/** Delivers each message in a step of its own, so that one address that fails repeats nothing for the others. */
export async function deliverEach(
  { notifications }: Pick<WorkflowDependencies, 'notifications'>,
  step: Pick<Steps, 'run'>,
  queued: unknown,
): Promise<void> {
  for (const id of queued as string[]) await step.run(`deliver-${id}`, () => notifications.deliver(id));
}
