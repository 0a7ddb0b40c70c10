/** What a card number makes the test provider do. The numbers behave like the documented test cards of real providers. */
export type CardOutcome =
  | { kind: 'succeeds'; card: string }
  | { kind: 'needs_action'; card: string }
  | { kind: 'fails'; card: string | null; code: string; message: string };

interface TestCard {
  brand: string;
  outcome: 'succeeds' | 'needs_action' | { code: string; message: string };
}

const declined = { code: 'card_declined', message: 'Your card was declined. Try another one.' };

export const testCards: Readonly<Record<string, TestCard>> = {
  '4242424242424242': { brand: 'Visa', outcome: 'succeeds' },
  '5555555555554444': { brand: 'Mastercard', outcome: 'succeeds' },
  '4000002500003155': { brand: 'Visa', outcome: 'needs_action' },
  '4000000000000002': { brand: 'Visa', outcome: declined },
  '4000000000009995': {
    brand: 'Visa',
    outcome: { code: 'insufficient_funds', message: 'Your card does not have enough funds. Try another one.' },
  },
  '4000000000000069': {
    brand: 'Visa',
    outcome: { code: 'expired_card', message: 'Your card has expired. Try another one.' },
  },
};

/** The last day of the month on the card is its last. Two digits are a year of this century. */
function isExpired(expiry: string, now: Date): boolean {
  const [month = 0, year = 0] = expiry.split('/').map((part) => Number(part.trim()));
  if (month < 1 || month > 12) return true;
  return Date.UTC(2000 + year, month, 1) <= now.getTime();
}

export function chargeCard(card: { number: string; expiry: string }, now: Date): CardOutcome {
  const number = card.number.replaceAll(' ', '');
  const known = testCards[number];
  if (!known) {
    const message = 'This is not one of the test cards. Use 4242 4242 4242 4242.';
    return { kind: 'fails', card: null, code: 'incorrect_number', message };
  }
  const shown = `${known.brand} ${number.slice(-4)}`;
  if (isExpired(card.expiry, now)) {
    return { kind: 'fails', card: shown, code: 'expired_card', message: 'The expiry date of this card has passed.' };
  }
  if (typeof known.outcome === 'string') return { kind: known.outcome, card: shown };
  return { kind: 'fails', card: shown, ...known.outcome };
}
