import type { Deps } from '../deps.ts';
import type { PriceRepository } from './price.repository.ts';
import type { WaitRepository } from './wait.repository.ts';

/** What the use cases of this folder get. */
export interface WatchDeps extends Deps {
  waits: WaitRepository;
  prices: PriceRepository;
  /** What links that restore a cart are proved with. */
  linkSecret: string;
}
