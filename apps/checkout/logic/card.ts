/** What the card form shows and checks before anything is sent. The provider has the last word. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
}

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'unknown';

const digitsOf = (value: string): string => value.replace(/\D/g, '');

export function cardBrand(number: string): CardBrand {
  const digits = digitsOf(number);
  if (/^4/.test(digits)) return 'visa';
  if (/^3[47]/.test(digits)) return 'amex';
  if (/^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/.test(digits)) return 'mastercard';
  return 'unknown';
}

const longest = (brand: CardBrand): number => (brand === 'amex' ? 15 : brand === 'unknown' ? 19 : 16);

/** `4242 4242 4242 4242`; American Express as `3782 822463 10005`. */
export function formatCardNumber(value: string): string {
  const brand = cardBrand(value);
  const digits = digitsOf(value).slice(0, longest(brand));
  if (brand === 'amex') return [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10)].filter(Boolean).join(' ');
  return digits.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** `7` becomes `07 / `, `1226` becomes `12 / 26`; deleting over the slash works because the previous text is known. */
export function formatExpiry(value: string, previous = ''): string {
  let digits = digitsOf(value);
  const deleting = value.length < previous.length;
  if (deleting && previous.endsWith(' / ') && digits.length === 2) return digits.slice(0, 1);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`;
  // Browsers fill `12/2026`.
  if (digits.length === 6 && digits.slice(2, 4) === '20') digits = digits.slice(0, 2) + digits.slice(4);
  digits = digits.slice(0, 4);
  if (digits.length < 2) return digits;
  if (digits.length === 2 && deleting) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2)}`;
}

export function formatCvc(value: string, number: string): string {
  return digitsOf(value).slice(0, cardBrand(number) === 'amex' ? 4 : 3);
}

/** Where the caret belongs after formatting: behind as many digits as before. */
export function caretAfter(formatted: string, digitsBefore: number): number {
  if (digitsBefore === 0) return 0;
  let seen = 0;
  for (let index = 0; index < formatted.length; index += 1) {
    if (/\d/.test(formatted.charAt(index))) seen += 1;
    if (seen === digitsBefore) return index + 1;
  }
  return formatted.length;
}

/** ISO/IEC 7812-1 check digit. */
export function passesLuhn(number: string): boolean {
  const digits = digitsOf(number);
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits.charAt(digits.length - 1 - index));
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    total += digit;
  }
  return digits.length > 0 && total % 10 === 0;
}

export type CardProblem = 'numberMissing' | 'numberInvalid' | 'expiryInvalid' | 'expiryPast' | 'cvcInvalid';

export function cardProblems(card: CardFields, now: Date): Partial<Record<keyof CardFields, CardProblem>> {
  const problems: Partial<Record<keyof CardFields, CardProblem>> = {};
  const number = digitsOf(card.number);
  if (number === '') problems.number = 'numberMissing';
  else if (number.length < 12 || !passesLuhn(number)) problems.number = 'numberInvalid';

  const expiry = /^(\d{2})\s*\/\s*(\d{2})$/.exec(card.expiry.trim());
  const month = Number(expiry?.[1]);
  if (!expiry || month < 1 || month > 12) problems.expiry = 'expiryInvalid';
  else if (2000 + Number(expiry[2]) < now.getFullYear()) problems.expiry = 'expiryPast';
  else if (2000 + Number(expiry[2]) === now.getFullYear() && month < now.getMonth() + 1) problems.expiry = 'expiryPast';

  if (!(cardBrand(number) === 'amex' ? /^\d{4}$/ : /^\d{3}$/).test(card.cvc)) problems.cvc = 'cvcInvalid';
  return problems;
}
