import { AppError } from '@mallhive/kernel';

/** Thrown when the second step would send the shopper somewhere that is not the shop. */
const returnUrlInvalid = () =>
  new AppError('bad_request', 'return_url_invalid', 'The address to come back to is not part of this shop.');

/** A path of the shop, or an address on one of its origins. */
export function checkReturnUrl(url: string, origins: readonly string[]): string {
  const base = 'http://shop.invalid';
  let parsed: URL;
  try {
    parsed = new URL(url, base);
  } catch {
    throw returnUrlInvalid();
  }
  const isPath = url.startsWith('/') && parsed.origin === base;
  if (!isPath && !origins.includes(parsed.origin)) throw returnUrlInvalid();
  return url;
}

export function withResult(url: string, paymentId: string, result: 'succeeded' | 'failed'): string {
  const [beforeHash = '', hash] = url.split('#', 2);
  const query = new URLSearchParams({ payment: paymentId, payment_result: result }).toString();
  return `${beforeHash}${beforeHash.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
}
