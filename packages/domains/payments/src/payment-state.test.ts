import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { advance, paymentTransitions } from './payment-state.ts';
import type { ProviderState } from './ports.ts';

const state = (overrides: Partial<ProviderState>): ProviderState => ({
  providerRef: 'ref',
  status: 'requires_method',
  sequence: 1,
  amount: 100,
  currency: 'GBP',
  card: null,
  failure: null,
  ...overrides,
});

describe('news about a payment', () => {
  it('counts once and only when it is newer', () => {
    const failure = { code: 'card_declined', message: 'No.' };
    expect(advance({ status: 'requires_method', sequence: 0 }, state({}))).toEqual({ ok: false, reason: 'no_news' });
    expect(advance({ status: 'requires_action', sequence: 2 }, state({ failure }))).toEqual({
      ok: false,
      reason: 'old_news',
    });
    expect(advance({ status: 'captured', sequence: 2 }, state({ status: 'succeeded', sequence: 3 }))).toEqual({
      ok: false,
      reason: 'not_applicable',
    });
  });

  it('hears of a capture even late, out of order and after cancelling', () => {
    for (const status of ['requires_method', 'requires_action', 'processing', 'cancelled'] as const) {
      expect(advance({ status, sequence: 9 }, state({ status: 'succeeded' }))).toMatchObject({
        ok: true,
        status: 'captured',
      });
    }
  });
});

it('is drawn in the README as it stands in the table', async () => {
  const drawn = Object.entries(paymentTransitions).flatMap(([from, events]) =>
    Object.entries(events).map(([event, to]) => `  ${from} --> ${to}: ${event}`),
  );
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const arrows = readme.split('\n').filter((line) => /^ {2}\w+ --> /.test(line));
  expect(arrows).toEqual(drawn.toSorted((a, b) => arrows.indexOf(a) - arrows.indexOf(b)));
});
