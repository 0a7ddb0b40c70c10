export { createLogger, type Logger, type LoggerOptions, type LogLevel, logLevels, silentLogger } from './logger.ts';
export { Counter, createRegistry, durationBuckets, Gauge, Histogram, Registry } from './metrics.ts';
