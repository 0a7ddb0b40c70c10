import { type LoggerOptions as PinoOptions, pino } from 'pino';

/** The part of a logger that packages may rely on. */
export interface Logger {
  debug(fields: object, message?: string): void;
  info(fields: object, message?: string): void;
  warn(fields: object, message?: string): void;
  error(fields: object, message?: string): void;
  child(fields: Record<string, unknown>): Logger;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  name: string;
  level: LogLevel;
  /** Lines are written together, at the latest after half a second: a write per request costs more than many a request. */
  buffered?: boolean;
}

/** Secrets and personal data that must not reach a log, whoever hands them over. */
const redact: NonNullable<PinoOptions['redact']> = {
  paths: [
    'password',
    '*.password',
    'token',
    '*.token',
    'cookie',
    '*.cookie',
    'authorization',
    '*.authorization',
    'clientSecret',
    '*.clientSecret',
    'card',
    '*.card',
    'req.headers',
  ],
  censor: '[redacted]',
};

/** JSON lines on stdout. */
export function createLogger(options: LoggerOptions) {
  const destination = pino.destination(
    options.buffered ? { dest: 1, sync: false, minLength: 8_192, periodicFlush: 500 } : { dest: 1, sync: true },
  );
  const settings: PinoOptions = {
    name: options.name,
    level: options.level,
    redact,
    base: { name: options.name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
  };
  return pino(settings, destination);
}

/** For tests and tools that want quiet. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};
