import { Problem } from '../../bootstrap/problem.mjs';
import { type AppName, remoteNames } from '../config.ts';
import { generate } from '../prepare-workspace.ts';
import { runShop } from '../run-shop.ts';
import { allServices } from '../stack.ts';

const choice = [...remoteNames, 'seller'] as const;

/** `--only=product,cart`: shell and API are always there. */
function chosenServices([only, ...others]: string[]): readonly AppName[] {
  if (!only) return allServices;
  const names = only.startsWith('--only=') ? only.slice('--only='.length).split(',') : [only];
  const unknown = [...names.filter((name) => !choice.some((known) => known === name)), ...others];
  if (unknown.length > 0)
    throw new Problem(
      `npm run dev does not know "${unknown.join(' ')}".`,
      `Use npm run dev, or npm run dev -- --only= and some of ${choice.join(',')}`,
    );
  return allServices.filter((name) => name === 'api' || name === 'shell' || names.includes(name));
}

/** `npm run dev`: the same shop with hot reload in every app, or in those that `--only` names. */
export default function dev(args: string[]): Promise<number> {
  return runShop('dev', { prepare: generate, services: chosenServices(args) });
}
