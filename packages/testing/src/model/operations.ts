import fc from 'fast-check';

/** What shoppers, sellers, the provider and time may do, as data: a failing sequence can be printed and played again. */
export type Operation =
  | { kind: 'add'; shopper: number; variant: number; quantity: number }
  | { kind: 'set'; shopper: number; variant: number; quantity: number }
  /** The same checkout submitted `times` times at once. */
  | { kind: 'place'; shopper: number; times: number }
  | { kind: 'pay'; order: number; card: Card; times: number }
  | { kind: 'answer-challenge'; order: number; completed: boolean }
  /** The browser's return. */
  | { kind: 'ask-status'; order: number }
  | { kind: 'webhooks'; how: 'each' | 'twice' | 'backwards' | 'at-once' | 'altered' | 'unsigned' | 'too-old' }
  /** Events and jobs until nothing is left to do. */
  | { kind: 'work'; crashes: number }
  /** Time passes; nobody does anything. */
  | { kind: 'wait'; minutes: number }
  | { kind: 'ship'; order: number; part: number; all: boolean }
  | { kind: 'deliver'; order: number; part: number }
  | { kind: 'refund'; order: number; percent: number; times: number }
  | { kind: 'count-stock'; variant: number; onHand: number };
export type Card = 'good' | 'declined' | 'empty' | 'second-step';

export const cardNumbers: Record<Card, string> = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  empty: '4000 0000 0000 9995',
  'second-step': '4000 0025 0000 3155',
};

const shopper = fc.nat(3);
const variant = fc.nat(3);
/** Orders are counted from the newest: a sequence that loses its beginning still means something. */
const order = fc.nat(5);
const times = fc.constantFrom(1, 1, 1, 4);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      shopper,
      variant,
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('set' as const), shopper, variant, quantity: fc.nat(5) }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('place' as const), shopper, times }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      order,
      card: fc.constantFrom<Card[]>('good', 'good', 'good', 'declined', 'empty', 'second-step'),
      times,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('answer-challenge' as const), order, completed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask-status' as const), order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('webhooks' as const),
      how: fc.constantFrom('each', 'twice', 'backwards', 'at-once', 'altered', 'unsigned', 'too-old'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('work' as const), crashes: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(7, 20, 40) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('ship' as const), order, part: fc.nat(1), all: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deliver' as const), order, part: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      order,
      percent: fc.integer({ min: 1, max: 120 }),
      times,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('count-stock' as const), variant, onHand: fc.nat(6) }) },
);

export const operations = (longest: number): fc.Arbitrary<Operation[]> =>
  fc.array(operation, { minLength: 5, maxLength: longest, size: 'max' });
