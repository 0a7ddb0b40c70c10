import type { WorkflowDependencies } from '../dependencies.ts';

/** The part of the SDK's step tools that these functions use, so that a test can run their handlers directly. */
export interface Steps {
  run<Value>(id: string, work: () => Promise<Value>): Promise<unknown>;
}
export interface IncomingEvent {
  data: unknown;
  ts?: number;
}
export type FileDependencies = Pick<WorkflowDependencies, 'catalog' | 'cart' | 'logger'>;
