import { formatMoney } from '@mallhive/kernel';
import type { PrintedDocument } from '../ports.ts';
import { type FactLine, taxesOf, totalOf } from './facts.ts';
import type { StoredDocument } from './invoice.repository.ts';
import { tags, words } from './words.ts';

/** An invoice or credit note as it is printed, in the order's language. The same row gives the same paper. */
export function paperOf(document: StoredDocument): PrintedDocument {
  const { facts, kind, number, locale, buyer, issuedAt, invoiceNumber, invoicedAt } = document;
  const say = words[locale];
  const tag = tags[locale];
  const isCredit = kind === 'credit_note';
  const amount = (value: number) => formatMoney({ amount: value, currency: facts.currency }, tag);
  const day = new Intl.DateTimeFormat(tag, { day: '2-digit', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const regions = new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' });
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? [regions.of(code) ?? code] : []);
  const rate = (basisPoints: number) => percent.format(basisPoints / 10_000);
  const titleOf = (line: FactLine) =>
    line.kind === 'goods' ? line.title : line.kind === 'delivery' ? say.delivery : say.givenBack;
  const { seller } = facts;
  const address = buyer
    ? [buyer.name, buyer.line1, buyer.line2, `${buyer.postcode} ${buyer.city}`.trim(), buyer.region]
    : [say.forgotten];
  const discounted = facts.lines.some((line) => line.discount > 0);
  const priced = !isCredit;
  const column = (label: string, width: number, align: 'start' | 'end' = 'end') => ({ label, width, align });
  const total = totalOf(facts);
  const net = facts.lines.reduce((sum, line) => sum + line.amount, 0);
  const tax = facts.lines.reduce((sum, line) => sum + line.tax, 0);
  return {
    language: locale,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    title: `${isCredit ? say.creditNote : say.invoice} ${number}`,
    parties: [
      {
        label: say.seller,
        lines: [
          seller.name,
          ...seller.postalAddress.split('\n'),
          ...country(seller.country),
          ...(seller.taxNumber ? [`${say.taxNumber}: ${seller.taxNumber}`] : []),
        ].filter((line) => line.trim() !== ''),
      },
      {
        label: say.buyer,
        lines: [...address, ...(buyer ? country(buyer.country) : [])].filter((line) => line.trim() !== ''),
      },
    ],
    facts: [
      [say.number, number],
      [say.date, day.format(issuedAt)],
      ...(invoiceNumber && invoicedAt ? [[say.onInvoice, `${invoiceNumber}, ${day.format(invoicedAt)}`] as const] : []),
      [say.order, facts.partNumber],
      [say.ordered, day.format(new Date(facts.placedAt))],
      ...(facts.paidWith.length > 0
        ? [
            [
              say.paidWith,
              facts.paidWith.map(({ provider, card }) => card ?? say.providers[provider] ?? provider).join(', '),
            ] as const,
          ]
        : []),
    ],
    columns: [
      column(say.item, 40, 'start'),
      column(say.units, 9),
      ...(priced ? [column(say.unitPrice, 15)] : []),
      ...(discounted ? [column(say.discount, 14)] : []),
      column(say.rate, 11),
      column(say.amount, 15),
    ],
    rows: facts.lines.map((line) => [
      { text: titleOf(line), below: [line.variantTitle, line.sku].filter(Boolean).join(' · ') },
      { text: line.kind === 'goods' ? String(line.quantity) : '' },
      ...(priced ? [{ text: line.unitPrice === null ? '' : amount(line.unitPrice) }] : []),
      ...(discounted ? [{ text: line.discount > 0 ? amount(-line.discount) : '' }] : []),
      { text: rate(line.taxBasisPoints) },
      { text: amount(line.amount) },
    ]),
    totals: [
      ...(facts.taxIncluded
        ? []
        : [
            { label: say.sum, value: amount(net), strong: false },
            { label: say.tax, value: amount(tax), strong: false },
          ]),
      { label: isCredit ? say.credit : say.total, value: amount(total), strong: true },
    ],
    breakdown: {
      columns: [column(say.rate, 10, 'start'), column(say.base, 12), column(say.tax, 12)],
      rows: taxesOf(facts).map((share) => [rate(share.basisPoints), amount(share.base), amount(share.tax)]),
    },
    note: facts.taxIncluded ? say.included : say.onTop,
    page: say.page,
    madeAt: issuedAt,
  };
}
