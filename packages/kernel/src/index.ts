export * from './app-error.ts';
export * from './clock.ts';
export * from './domain-event.ts';
export * from './ids.ts';
export * from './locale.ts';
export * from './money.ts';
export * from './rate-limiter.ts';
export * from './result.ts';
