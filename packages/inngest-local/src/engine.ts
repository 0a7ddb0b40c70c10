import type { Pool } from 'pg';
import type { Settings } from './options.ts';
import type { Registry } from './registry.ts';

/** What every part of a running executor shares. */
export interface Engine {
  pool: Pool;
  settings: Settings;
  registry: Registry;
  /** This process among all that work on the same database. */
  executorId: number;
  /** Says that there is something new to do, here and in the other processes. */
  wake(what: Wake): void;
}

export type Wake = 'events' | 'jobs' | 'timers' | 'functions';
