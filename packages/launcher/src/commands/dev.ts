import { generate } from '../prepare-workspace.ts';
import { runShop } from '../run-shop.ts';

/** `npm run dev`: the same shop with hot reload in every app. */
export default function dev(): Promise<number> {
  return runShop('dev', generate);
}
