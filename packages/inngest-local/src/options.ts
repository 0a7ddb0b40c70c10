import type { Pool } from 'pg';

/** The part of pino that is used here; any logger of that shape will do. */
export interface Logger {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface InngestLocalOptions {
  /** Where the executor keeps its state. Give one of the two; a pool that is given is not closed. */
  databaseUrl?: string;
  pool?: Pool;
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** The addresses at which apps serve their functions, e.g. `http://127.0.0.1:3007/api/inngest`. */
  appUrls: readonly string[];
  /** When set, `POST /e/<key>` refuses every other key. */
  eventKey?: string;
  /** When set, requests to the apps are signed, their signed answers checked, and the API asks for it. */
  signingKey?: string;
  logger?: Logger;
  /** Calls to apps that may be under way at once in this process. */
  maxInFlight?: number;
  /** Milliseconds to wait before the second, third … attempt; the last entry repeats. */
  retryDelays?: readonly number[];
  /** How long a claimed call stays with a process that no longer answers. */
  leaseMs?: number;
  /** Upper bound of the wait between two looks at the queues. */
  pollMs?: number;
  /** How often every app is asked for its functions. */
  syncMs?: number;
  /** How long one call to an app may take. */
  requestTimeoutMs?: number;
  /** For how long a second event with the same id is ignored. */
  dedupeWindowMs?: number;
  /** How long finished runs and their events are kept. */
  retentionMs?: number;
}

export type Settings = Required<Omit<InngestLocalOptions, 'databaseUrl' | 'pool' | 'eventKey' | 'signingKey'>> &
  Pick<InngestLocalOptions, 'eventKey' | 'signingKey'>;

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

export function settingsFrom(options: InngestLocalOptions): Settings {
  return {
    port: options.port,
    host: options.host ?? '127.0.0.1',
    appUrls: options.appUrls,
    eventKey: options.eventKey,
    signingKey: options.signingKey,
    logger: options.logger ?? silent,
    maxInFlight: options.maxInFlight ?? 64,
    retryDelays: options.retryDelays ?? [second, 5 * second, 15 * second, 30 * second, minute, 5 * minute, 15 * minute],
    leaseMs: options.leaseMs ?? 30 * second,
    pollMs: options.pollMs ?? second,
    syncMs: options.syncMs ?? 5 * second,
    requestTimeoutMs: options.requestTimeoutMs ?? 60 * minute,
    dedupeWindowMs: options.dedupeWindowMs ?? day,
    retentionMs: options.retentionMs ?? 14 * day,
  };
}
