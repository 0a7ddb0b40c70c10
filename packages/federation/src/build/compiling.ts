const busy = new Set<string>();

/** Development: Next compiles for the browser and for the server one after the other; in between they do not match. */
export const isCompiling = (): boolean => busy.size > 0;

interface Hook {
  tap(name: string, done: () => void): void;
}
interface Compiler {
  name?: string;
  hooks: Record<'invalid' | 'watchRun' | 'done' | 'failed', Hook>;
}

/** In both compilers of an app; a change makes both busy at once, though the second one has yet to begin. */
export const watchCompiling = {
  apply({ name = '', hooks }: Compiler): void {
    for (const begins of [hooks.invalid, hooks.watchRun]) begins.tap('MallHiveCompiling', () => busy.add(name));
    for (const ends of [hooks.done, hooks.failed]) ends.tap('MallHiveCompiling', () => busy.delete(name));
  },
};
