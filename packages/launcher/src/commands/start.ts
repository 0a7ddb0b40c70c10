import { buildAll } from '../prepare-workspace.ts';
import { runShop } from '../run-shop.ts';

/** `npm start`: production builds of everything, on embedded defaults. */
export default function start(): Promise<number> {
  return runShop('start', { prepare: buildAll });
}
