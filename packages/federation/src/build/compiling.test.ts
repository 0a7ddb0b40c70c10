import { describe, expect, it } from 'vitest';
import { isCompiling, watchCompiling } from './compiling.ts';

class Compiler {
  readonly #told = new Map<string, (() => void)[]>();
  readonly name: string;
  readonly hooks;

  constructor(name: string) {
    this.name = name;
    const hook = (event: string) => ({
      tap: (_: string, listener: () => void) => {
        this.#told.set(event, [...(this.#told.get(event) ?? []), listener]);
      },
    });
    this.hooks = { invalid: hook('invalid'), watchRun: hook('watchRun'), done: hook('done'), failed: hook('failed') };
    watchCompiling.apply(this);
  }

  says(event: 'invalid' | 'watchRun' | 'done' | 'failed') {
    for (const listener of this.#told.get(event) ?? []) listener();
  }
}

describe('isCompiling', () => {
  it('lasts from a change until the browser and the server both have it, or could not', () => {
    const browser = new Compiler('client');
    const server = new Compiler('server');
    expect(isCompiling()).toBe(false);
    browser.says('invalid');
    server.says('invalid');
    browser.says('watchRun');
    browser.says('done');
    expect(isCompiling()).toBe(true);
    server.says('watchRun');
    server.says('failed');
    expect(isCompiling()).toBe(false);
  });
});
