import { type Context, createContext } from 'react';
import type { ModuleId, RemoteComponent } from '../types.ts';

/** What a slot finds when it asks for a module. */
export type SlotState =
  | { kind: 'ready'; component: RemoteComponent }
  /** Read with `use`, before and after it is settled; null when the module could not be loaded. */
  | { kind: 'loaded'; promise: Promise<RemoteComponent | null> }
  | { kind: 'missing' };

/** Where slots get modules from: the shell's registry on the server, its loader in the browser, a plain map alone. */
export interface ModuleSource {
  read(module: ModuleId): SlotState;
  /** Tries again after a failure; resolves to true when the module is ready now. */
  retry(module: ModuleId): Promise<boolean>;
  /** Told by a slot that shows its fallback after a module threw. */
  failed(module: ModuleId, error: unknown): void;
}

const key = Symbol.for('mallhive.federation.source');
const shared = globalThis as { [key]?: Context<ModuleSource | null> };

/** One context for shell and remotes, though each bundles its own copy of this file. */
export function sourceContext(): Context<ModuleSource | null> {
  shared[key] ??= createContext<ModuleSource | null>(null);
  return shared[key];
}
