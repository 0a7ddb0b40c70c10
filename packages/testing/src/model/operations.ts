import fc from 'fast-check';

/** What shoppers, sellers, the provider and time may do, as data: a failing sequence can be printed and played again. */
export type Operation =
  | { kind: 'add'; shopper: number; variant: number; quantity: number }
  | { kind: 'set'; shopper: number; variant: number; quantity: number }
  /** The same checkout submitted `times` times at once. */
  | { kind: 'place'; shopper: number; times: number; gifts?: Gifts }
  | { kind: 'pay'; order: number; card: Card; times: number }
  | { kind: 'answer-challenge'; order: number; completed: boolean }
  /** The browser's return. */
  | { kind: 'ask-status'; order: number }
  | { kind: 'webhooks'; how: 'each' | 'twice' | 'backwards' | 'at-once' | 'altered' | 'unsigned' | 'too-old' }
  /** Events and jobs until nothing is left to do. */
  | { kind: 'work'; crashes: number }
  /** Time passes; nobody does anything. */
  | { kind: 'wait'; minutes: number }
  | { kind: 'coupon'; shopper: number; coupon: number; on: boolean }
  /** A guest signs in: what is in both baskets comes together, and the browser is the next guest's. */
  | { kind: 'sign-in'; guest: number }
  | { kind: 'ship'; order: number; part: number; all: boolean }
  | { kind: 'deliver'; order: number; part: number }
  /** Of the parcels under way the oldest; said `times` times at once. */
  | { kind: 'lose'; order: number; part: number; outcome: 'resend' | 'refund'; times: number }
  /** Said `times` times at once it happens once. */
  | { kind: 'cancel'; order: number; part: number; units: number; by: 'shopper' | 'seller'; times: number }
  /** `times` wishes at once, in turn from each place that may give money back. */
  | { kind: 'refund'; order: number; part: number; percent: number; times: number }
  | { kind: 'return'; order: number; part: number; units: number; exchange: boolean; times: number }
  | {
      kind: 'return-step';
      order: number;
      which: number;
      step: ReturnStep;
      accepted: number;
      restock: boolean;
      times: number;
    }
  | { kind: 'count-stock'; variant: number; onHand: number };
/** Hundredths of the sum that credit and two gift cards are to give; what is beyond the sum is left out. */
export type Gifts = readonly [credit: number, card: number, other: number];
export type ReturnStep = 'approve' | 'refuse' | 'send' | 'receive' | 'inspect';
export type Card = 'good' | 'declined' | 'empty' | 'second-step';

export const cardNumbers: Record<Card, string> = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  empty: '4000 0000 0000 9995',
  'second-step': '4000 0025 0000 3155',
};

const shopper = fc.nat(3);
/** The last one is a bundle. */
const variant = fc.nat(4);
/** Orders are counted from the newest: a sequence that loses its beginning still means something. */
const order = fc.nat(5);
/** A seller's part; those that exchanges added come after. */
const part = fc.nat(2);
const times = fc.constantFrom(1, 1, 1, 4);
const share = fc.constantFrom(0, 0, 30, 70, 100);
const gifts = fc.oneof(fc.constant<Gifts>([0, 0, 0]), fc.tuple(share, share, share));

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
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('place' as const), shopper, times, gifts }) },
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
    arbitrary: fc.record({ kind: fc.constant('ship' as const), order, part, all: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deliver' as const), order, part }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('lose' as const),
      order,
      part,
      outcome: fc.constantFrom('resend', 'refund'),
      times,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      order,
      part,
      percent: fc.integer({ min: 1, max: 120 }),
      times,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('coupon' as const),
      shopper,
      coupon: fc.nat(1),
      on: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sign-in' as const), guest: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('cancel' as const),
      order,
      part,
      units: fc.integer({ min: 1, max: 3 }),
      by: fc.constantFrom('shopper', 'seller'),
      times,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      order,
      part,
      units: fc.integer({ min: 1, max: 3 }),
      exchange: fc.boolean(),
      times,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('return-step' as const),
      order,
      which: fc.nat(3),
      step: fc.constantFrom<ReturnStep[]>(
        'approve',
        'approve',
        'send',
        'receive',
        'receive',
        'inspect',
        'inspect',
        'refuse',
      ),
      accepted: fc.nat(3),
      restock: fc.boolean(),
      times,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('count-stock' as const), variant: fc.nat(3), onHand: fc.nat(6) }),
  },
);

/** Long ways that chance alone seldom goes; whatever happens between two of them comes from the sequence around. */
const bought = fc
  .tuple(shopper, variant, variant, fc.integer({ min: 1, max: 2 }), fc.nat(2), fc.nat(5), fc.nat(3), gifts)
  .map(([who, one, other, quantity, coupon, signIn, late, given]): Operation[] => {
    // A guest who finds that they have an account goes on with it.
    const buyer = signIn === 0 && who < 2 ? who + 2 : who;
    return [
      { kind: 'add', shopper: who, variant: one, quantity },
      { kind: 'add', shopper: who, variant: other, quantity: 1 },
      ...(coupon < 2 ? [{ kind: 'coupon', shopper: who, coupon, on: true } as const] : []),
      ...(buyer === who ? [] : [{ kind: 'sign-in', guest: who } as const]),
      { kind: 'place', shopper: buyer, times: 1, gifts: given },
      ...(late === 0 ? [{ kind: 'wait', minutes: 40 } as const] : []),
      { kind: 'pay', order: 0, card: 'good', times: 1 },
    ];
  });
const arrived = fc.tuple(order, part).map(([which, of]): Operation[] => [
  { kind: 'ship', order: which, part: of, all: true },
  { kind: 'deliver', order: which, part: of },
]);
const lost = fc
  .tuple(order, part, fc.boolean(), fc.constantFrom('resend', 'refund'), times)
  .map(([which, of, all, outcome, often]): Operation[] => [
    { kind: 'ship', order: which, part: of, all },
    { kind: 'lose', order: which, part: of, outcome, times: often },
  ]);
const cameBack = fc
  .tuple(order, part, fc.integer({ min: 1, max: 2 }), fc.boolean(), fc.boolean(), times)
  .map(([which, of, units, exchange, restock, often]): Operation[] => [
    { kind: 'return', order: which, part: of, units, exchange, times: often },
    ...(['approve', 'receive', 'inspect'] as const).map(
      (step): Operation => ({
        kind: 'return-step',
        order: which,
        which: 0,
        step,
        accepted: units,
        restock,
        times: often,
      }),
    ),
  ]);
const piece = fc.oneof(
  { weight: 12, arbitrary: operation.map((one) => [one]) },
  { weight: 2, arbitrary: bought },
  { weight: 2, arbitrary: arrived },
  { weight: 2, arbitrary: cameBack },
  { weight: 1, arbitrary: lost },
);

export const operations = (longest: number): fc.Arbitrary<Operation[]> =>
  fc.array(piece, { minLength: 5, maxLength: longest, size: 'max' }).map((pieces) => pieces.flat());
