import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const withoutPrefix = (key: string): string => key.replace(/^signkey-\w+-/, '');

/** JSON with sorted members (RFC 8785), over which both sides compute the signature. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function digest(body: string, key: string, timestamp: string): string {
  return createHmac('sha256', withoutPrefix(key)).update(body).update(timestamp).digest('hex');
}

/** The value of `X-Inngest-Signature` for a body. */
export function sign(body: string, key: string, now: number): string {
  const timestamp = String(Math.round(now / 1_000));
  return `t=${timestamp}&s=${digest(body, key, timestamp)}`;
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function verify(body: string, key: string, signature: string, now: number): boolean {
  const parameters = new URLSearchParams(signature);
  const timestamp = parameters.get('t') ?? '';
  const age = Math.abs(now - Number(timestamp) * 1_000);
  return age < 5 * 60_000 && sameText(digest(body, key, timestamp), parameters.get('s') ?? '');
}

/** Calls from the SDK carry the hash of the signing key as their bearer token. */
export function isAuthorised(header: string | undefined, key: string): boolean {
  const prefix = /^signkey-\w+-/.exec(key)?.[0] ?? '';
  const hash = createHash('sha256').update(withoutPrefix(key), 'hex').digest('hex');
  return sameText(header ?? '', `Bearer ${prefix}${hash}`);
}

export function isSameKey(given: string, expected: string): boolean {
  return sameText(given, expected);
}
