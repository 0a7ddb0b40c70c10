import { AppError } from '@mallhive/kernel';
import { Redis } from 'ioredis';
import type { Script } from './scripts.ts';

export interface ConnectionOptions {
  /** `redis://` or `rediss://`. */
  url: string;
  /** Told when the server is lost, and when it is there (again): `kept` says that its carts survive a restart of it. */
  onState(state: 'lost' | 'ready', details: { error?: Error; kept?: boolean }): void;
}

const answerMs = 1_000;
const retryAfterSeconds = 5;

const unavailable = (cause: unknown) =>
  new AppError('unavailable', 'carts_unavailable', 'Carts cannot be reached right now. Please try again in a moment.', {
    message: 'Redis, where carts are kept, does not answer',
    details: { retryAfterSeconds },
    cause,
  });

/** Connects with the first command. Whatever goes wrong on the way is `unavailable`. */
export function connectTo({ url, onState }: ConnectionOptions) {
  const redis = new Redis(url, {
    lazyConnect: true,
    // What cannot be sent now fails now; nothing is sent later or twice, when the shopper may have tried again already.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  let lost = false;
  const lose = (details: { error?: Error }) => {
    if (!lost) onState('lost', details);
    lost = true;
  };
  redis.on('error', (error: Error) => lose({ error }));
  // A server that is back at once causes no error; what it forgot is forgotten all the same.
  redis.on('reconnecting', () => lose({}));
  redis.on('ready', () => {
    lost = false;
    // Some services do not tell.
    void redis.info('persistence').then(
      (info) => onState('ready', { kept: /aof_enabled:1/.test(info) }),
      () => onState('ready', {}),
    );
  });

  let waiting: Promise<void> | null = null;
  /** The first connection, or one that is just being made, is waited for a moment; by all together. */
  function connected(): Promise<void> {
    waiting ??= new Promise<void>((resolve, reject) => {
      const end = (error?: Error) => {
        clearTimeout(timer);
        redis.off('ready', ready).off('close', closed);
        waiting = null;
        if (error) reject(error);
        else resolve();
      };
      const ready = () => end();
      const closed = () => end(new Error('The connection was closed'));
      const timer = setTimeout(() => end(new Error('The connection takes too long')), answerMs);
      redis.once('ready', ready).once('close', closed);
      if (redis.status === 'wait') redis.connect().catch(() => undefined);
    });
    return waiting;
  }

  async function use<Answer>(command: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    try {
      if (['wait', 'connecting', 'connect'].includes(redis.status)) await connected();
      return await command(redis);
    } catch (error) {
      throw unavailable(error);
    }
  }

  return {
    use,
    /** By its hash; a server that does not know it yet gets the text. */
    run: <Answer>({ text, sha }: Script, keys: readonly string[], values: readonly (string | number)[] = []) =>
      use(async () => {
        const rest = [...keys, ...values];
        try {
          return (await redis.evalsha(sha, keys.length, ...rest)) as Answer;
        } catch (error) {
          if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
          return (await redis.eval(text, keys.length, ...rest)) as Answer;
        }
      }),
    close: async (): Promise<void> => redis.disconnect(),
  };
}
