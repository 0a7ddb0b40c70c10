import type { Currency, Promotion, PromotionKind, SavePromotion } from '../types.ts';
import { instantOf, localTime } from './local-time.ts';
import { parsePrice, priceText } from './prices.ts';

export const promotionCurrencies: readonly Currency[] = ['GBP', 'EUR', 'USD', 'JPY'];
type Texts = Record<Currency, string>;

/** What the fields of the form hold. */
export interface PromotionFields {
  title: string;
  kind: PromotionKind;
  percent: string;
  amounts: Texts;
  buy: string;
  get: string;
  minimums: Texts;
  codes: string;
  categoryIds: string[];
  startsAt: string;
  endsAt: string;
  exclusive: boolean;
  priority: string;
  limitTotal: string;
  limitCustomer: string;
  bearer: 'seller' | 'marketplace';
}

export type PromotionProblem =
  | 'title'
  | 'percent'
  | 'amounts'
  | 'money'
  | 'units'
  | 'codes'
  | 'startsAt'
  | 'endsAt'
  | 'limit'
  | 'priority';
export type PromotionProblems = Partial<Record<keyof PromotionFields, PromotionProblem>>;

const textsOf = (amounts: Promotion['amounts']): Texts => ({
  GBP: priceText(amounts.GBP ?? null, 'GBP'),
  EUR: priceText(amounts.EUR ?? null, 'EUR'),
  USD: priceText(amounts.USD ?? null, 'USD'),
  JPY: priceText(amounts.JPY ?? null, 'JPY'),
});
export const percentText = (basisPoints: number): string => String(basisPoints / 100);

export function startPromotion(promotion: Promotion | null, now: Date): PromotionFields {
  if (!promotion) {
    const empty = textsOf({});
    return {
      title: '',
      kind: 'percent',
      percent: '10',
      amounts: empty,
      buy: '2',
      get: '1',
      minimums: empty,
      codes: '',
      categoryIds: [],
      startsAt: localTime(now.toISOString()),
      endsAt: '',
      exclusive: false,
      priority: '0',
      limitTotal: '',
      limitCustomer: '',
      bearer: 'marketplace',
    };
  }
  const { title, kind, percentBp, amounts, buyQuantity, getQuantity, minimums, codes, categoryIds, bearer } = promotion;
  return {
    title,
    kind,
    percent: percentText(percentBp || 1_000),
    amounts: textsOf(amounts),
    buy: String(buyQuantity || 2),
    get: String(getQuantity || 1),
    minimums: textsOf(minimums),
    codes: codes.join(' '),
    categoryIds,
    startsAt: localTime(promotion.startsAt),
    endsAt: localTime(promotion.endsAt),
    exclusive: promotion.exclusive,
    priority: String(promotion.priority),
    limitTotal: promotion.limitTotal === null ? '' : String(promotion.limitTotal),
    limitCustomer: promotion.limitCustomer === null ? '' : String(promotion.limitCustomer),
    bearer,
  };
}

const whole = (text: string): number | null =>
  /^[-−]?\d{1,8}$/.test(text.trim()) ? Number(text.replace('−', '-')) : null;
const codesOf = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

function amountsOf(texts: Texts): Promotion['amounts'] | null {
  const amounts: Promotion['amounts'] = {};
  for (const currency of promotionCurrencies) {
    if (texts[currency].trim() === '') continue;
    const amount = parsePrice(texts[currency], currency);
    if (amount === null || amount < 1) return null;
    amounts[currency] = amount;
  }
  return amounts;
}

/** What stands against saving, by field. */
export function promotionProblems(fields: PromotionFields): PromotionProblems {
  const problems: PromotionProblems = {};
  const { kind, title } = fields;
  if (title.trim().length < 2 || title.trim().length > 80) problems.title = 'title';
  if (kind === 'percent' || kind === 'buy_x_get_y') {
    const percent = Number(fields.percent);
    if (!(percent >= 0.01 && percent <= 100) || fields.percent.trim() === '') problems.percent = 'percent';
  }
  if (kind === 'amount') {
    const amounts = amountsOf(fields.amounts);
    if (!amounts) problems.amounts = 'money';
    else if (Object.keys(amounts).length === 0) problems.amounts = 'amounts';
  }
  if (kind === 'buy_x_get_y') {
    for (const name of ['buy', 'get'] as const) {
      const count = whole(fields[name]);
      if (count === null || count < 1 || count > 99) problems[name] = 'units';
    }
  }
  if (!amountsOf(fields.minimums)) problems.minimums = 'money';
  const codes = codesOf(fields.codes);
  if (codes.length > 50 || codes.some((code) => !/^[A-Z0-9][A-Z0-9_-]{2,31}$/.test(code))) problems.codes = 'codes';
  const [starts, ends] = [instantOf(fields.startsAt), instantOf(fields.endsAt)];
  if (!starts) problems.startsAt = 'startsAt';
  if (starts && ends && ends <= starts) problems.endsAt = 'endsAt';
  for (const name of ['limitTotal', 'limitCustomer'] as const) {
    const limit = whole(fields[name]);
    if (fields[name].trim() !== '' && (limit === null || limit < 1)) problems[name] = 'limit';
  }
  const priority = whole(fields.priority);
  if (priority === null || Math.abs(priority) > 100) problems.priority = 'priority';
  return problems;
}

/** What is saved, of fields without problems. What the form does not show stays as it is. */
export function promotionInput(
  fields: PromotionFields,
  kept: Pick<Promotion, 'productIds' | 'currencies'> | null,
): Omit<SavePromotion, 'id' | 'sellerId' | 'version'> {
  const { kind, title, categoryIds, exclusive } = fields;
  const groups = kind === 'buy_x_get_y';
  return {
    title: title.trim(),
    kind,
    percentBp: kind === 'percent' || groups ? Math.round(Number(fields.percent) * 100) : 0,
    amounts: kind === 'amount' ? (amountsOf(fields.amounts) ?? {}) : {},
    buyQuantity: groups ? (whole(fields.buy) ?? 0) : 0,
    getQuantity: groups ? (whole(fields.get) ?? 0) : 0,
    minimums: amountsOf(fields.minimums) ?? {},
    productIds: kept?.productIds ?? [],
    currencies: kept?.currencies ?? [],
    categoryIds,
    startsAt: instantOf(fields.startsAt) ?? '',
    endsAt: instantOf(fields.endsAt),
    codes: codesOf(fields.codes),
    exclusive,
    priority: whole(fields.priority) ?? 0,
    limitTotal: whole(fields.limitTotal),
    limitCustomer: whole(fields.limitCustomer),
  };
}
