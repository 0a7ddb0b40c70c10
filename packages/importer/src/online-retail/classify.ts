import type { RetailRow } from './row.ts';

/** Lines that are money and not things. `M` is a manual correction, `D` a discount, `S` samples, `CRUK` a commission, `C2` carriage. */
const fees = new Set([
  'POST',
  'DOT',
  'C2',
  'C3',
  'D',
  'M',
  'S',
  'B',
  'PADS',
  'CRUK',
  'AMAZONFEE',
  'BANK CHARGES',
  'ADJUST',
  'ADJUST2',
  'TEST001',
  'TEST002',
]);
const product = /^(\d{5}[A-Z]{0,3}|DCGS\w+|DCGSS\w+|SP\d{4})$/;

export type CodeKind = 'product' | 'fee' | 'gift-voucher' | 'unknown';

export function kindOfCode(code: string): CodeKind {
  if (product.test(code)) return 'product';
  if (fees.has(code)) return 'fee';
  return /^GIFT/.test(code) ? 'gift-voucher' : 'unknown';
}

const notes =
  /\b(damage[ds]?|broken|faulty|crushed|cracked|lost|missing|found|wet|rusty|mouldy|smashed|unsaleable|destroyed|wrong|mix(ed)? ?up|adjust(ment)?|check(ed)?|counted|sold as|thrown|stock|ebay|amazon|dotcom|fba|barcode|label|sample|website|display|invoice|incorrect(ly)?|debt|return(ed)?|returns|mailout|mystery|rcvd|had been|test|throw away|credited|showroom|allocate|given away|can'?t find|came coded|re-?adjust|marked as|temp|printing|historic|to push|michel|alan hodge|john lewis|oops|cordial jug|code mix|for online|breakages?|taig adjust|on cargo|wrongly|sets? sold|error|discoloured|\?+)\b/i;

/**
 * What somebody in the warehouse typed where a name should stand: `damaged`, `?`, `found in box 12`.
 * Names in the file are in capitals; a text that holds no word of three capitals is a note.
 */
export function isJunkDescription(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || /^[\W\d]+$/.test(trimmed)) return true;
  if (!/[A-Z]{3}/.test(trimmed)) return true;
  return trimmed !== trimmed.toUpperCase() && notes.test(trimmed) && trimmed === trimmed.toLowerCase();
}

export type Verdict =
  | 'sale'
  | 'cancellation'
  | 'fee'
  | 'gift-voucher'
  | 'unknown-code'
  | 'quantity-not-positive'
  | 'price-not-positive'
  | 'junk-description';

/** The first reason that applies decides, in this order; a missing name is judged at the end, when all rows are known. */
export function classify(row: RetailRow): Verdict {
  const kind = kindOfCode(row.code);
  if (kind === 'fee' || kind === 'gift-voucher') return kind;
  if (kind === 'unknown') return 'unknown-code';
  if (row.invoice.startsWith('C') && row.quantity < 0) return 'cancellation';
  if (row.quantity <= 0) return 'quantity-not-positive';
  if (row.price <= 0) return 'price-not-positive';
  if (row.description.trim() !== '' && isJunkDescription(row.description)) return 'junk-description';
  return 'sale';
}
