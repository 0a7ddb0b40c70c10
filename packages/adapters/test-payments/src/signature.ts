import { createHmac, timingSafeEqual } from 'node:crypto';

export const signatureHeader = 'test-payments-signature';

/** Older or newer messages are refused, so that a recorded one cannot be played again later. */
const toleranceSeconds = 300;

function digest(secret: string, timestamp: number, body: string): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest();
}

/** `t=<seconds>,v1=<hex>`, one `v1` per secret: while secrets rotate, receivers with either one accept it. */
export function sign(body: string, secrets: readonly string[], now: Date): string {
  const timestamp = Math.floor(now.getTime() / 1000);
  return [`t=${timestamp}`, ...secrets.map((secret) => `v1=${digest(secret, timestamp, body).toString('hex')}`)].join(
    ',',
  );
}

export function isSigned(body: string, header: string | undefined, secrets: readonly string[], now: Date): boolean {
  const parts = (header ?? '').split(',').map((part) => part.split('=', 2) as [string, string | undefined]);
  const timestamp = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isInteger(timestamp) || Math.abs(now.getTime() / 1000 - timestamp) > toleranceSeconds) return false;
  const given = parts.filter(([name]) => name === 'v1').map(([, value]) => Buffer.from(value ?? '', 'hex'));
  return secrets.some((secret) => {
    const expected = digest(secret, timestamp, body);
    return given.some((candidate) => candidate.length === expected.length && timingSafeEqual(candidate, expected));
  });
}
