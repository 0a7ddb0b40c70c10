import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

interface Item {
  name: string;
  keys: string[];
}

/** Runs that end when they are told to. */
function open(most = 10) {
  const runs: { names: string[]; end(error?: Error): void }[] = [];
  const submit = together<Item, string>({
    keysOf: ({ keys }) => keys,
    nameOf: ({ name }) => name,
    most,
    run: (items) =>
      new Promise((resolve, reject) => {
        const names = items.map(({ name }) => name);
        runs.push({ names, end: (error) => (error ? reject(error) : resolve(names.map((name) => `done ${name}`))) });
      }),
  });
  const settled: string[] = [];
  const add = (name: string, ...keys: string[]) =>
    submit({ name, keys }).then(
      (reply) => settled.push(reply),
      (error: Error) => settled.push(`${name}: ${error.message}`),
    );
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (run: number, error?: Error) => {
    runs[run]?.end(error);
    await tick();
  };
  return { runs, settled, add, end, names: () => runs.map(({ names }) => names.join(' ')) };
}

describe('what comes while another one works on the same', () => {
  it('waits, and goes together afterwards; what nobody works on goes at once', async () => {
    const { add, end, names, settled } = open();
    add('a', 'hot');
    add('b', 'hot');
    add('c', 'hot', 'cold');
    add('d', 'other');
    expect(names()).toEqual(['a', 'd']);
    await end(0);
    expect(names()).toEqual(['a', 'd', 'b c']);
    await end(2);
    await end(1);
    expect(settled).toEqual(['done a', 'done b', 'done c', 'done d']);
  });

  it('goes in portions', async () => {
    const { add, end, names } = open(2);
    for (const name of 'abcdef') add(name, 'hot');
    for (const run of [0, 1, 2, 3]) await end(run);
    expect(names()).toEqual(['a', 'b c', 'd e', 'f']);
  });

  it('is not overtaken by one who wants a part of the same', async () => {
    const { add, end, names } = open();
    add('a', 'one');
    add('b', 'two');
    add('both', 'one', 'two');
    add('late', 'two');
    await end(1);
    expect(names()).toEqual(['a', 'b']);
    await end(0);
    expect(names()).toEqual(['a', 'b', 'both late']);
  });

  it('never goes with another one of its own name', async () => {
    const { add, end, names } = open();
    for (const name of ['a', 'b', 'b', 'c']) add(name, 'hot');
    for (const run of [0, 1, 2]) await end(run);
    expect(names()).toEqual(['a', 'b', 'b c']);
  });
});

describe('when a run fails', () => {
  it('each of its members is run by itself, and only what fails then has failed', async () => {
    const { add, end, names, settled } = open();
    for (const name of ['a', 'b', 'bad', 'c']) add(name, 'hot');
    await end(0);
    await end(1, new Error('one of them'));
    add('later', 'hot');
    expect(names()).toEqual(['a', 'b bad c', 'b', 'bad', 'c']);
    await end(2);
    await end(3, new Error('this one'));
    await end(4);
    expect(names().slice(5)).toEqual(['later']);
    expect(settled).toEqual(['done a', 'done b', 'bad: this one', 'done c']);
  });

  it('a failure that concerns one alone is told to that one, and the next ones go on', async () => {
    const { add, end, names, settled } = open();
    add('a', 'hot');
    add('b', 'hot');
    await end(0, new Error('no'));
    await end(1);
    expect([names(), settled]).toEqual([
      ['a', 'b'],
      ['a: no', 'done b'],
    ]);
  });
});
