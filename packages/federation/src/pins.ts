import type { ModuleId } from './types.ts';

/** The release of one remote that a page was rendered with; server and browser use the same one. */
export interface Pin {
  version: string;
  /** Path of the browser entry on the shell's origin. */
  entry: string;
  /** Absent in development, where files change under their names. */
  integrity?: string;
  /** Scripts and styles of the modules this page uses, with their hashes. */
  scripts: [path: string, integrity: string][];
  styles: [path: string, integrity: string][];
}

export interface PageRemotes {
  pins: Record<string, Pin>;
  /** Modules that were at hand when the page rendered, and those that were not. */
  modules: ModuleId[];
  missing: ModuleId[];
}

export const pinsPath = '/_mf/pins.json';

export function splitModule(module: ModuleId): { remote: string; name: string } {
  const slash = module.indexOf('/');
  return { remote: module.slice(0, slash), name: module.slice(slash + 1) };
}
