import { ApiError } from '@paypal/paypal-server-sdk';

/**
 * What PayPal, or the way there, said no with. Made anew and without a cause: the SDK's own errors carry the request with
 * its credentials, and errors are logged.
 */
export class PayPalFault extends Error {
  override readonly name = 'PayPalFault';
  /** The HTTP status; null when no answer came. */
  readonly status: number | null;
  /** PayPal's words for it: `REFUND_AMOUNT_EXCEEDED`. */
  readonly issues: readonly string[];

  constructor(what: string, status: number | null, issues: readonly string[], debugId: string | null) {
    const said = status === null ? 'no answer' : `${status}${issues.length > 0 ? ` ${issues.join(', ')}` : ''}`;
    super(`PayPal, ${what}: ${said}${debugId ? ` (debug id ${debugId})` : ''}`);
    this.status = status;
    this.issues = issues;
  }

  is(...issues: readonly string[]): boolean {
    return issues.some((issue) => this.issues.includes(issue));
  }
}

interface Said {
  name?: unknown;
  error?: unknown;
  details?: readonly { issue?: unknown }[];
}

/** The words of an error body, whichever of PayPal's two forms it has. */
export function issuesOf(body: unknown): string[] {
  const { name, error, details } = (typeof body === 'object' && body !== null ? body : {}) as Said;
  const issues = Array.isArray(details) ? details.map(({ issue }) => issue) : [];
  return [...issues, name, error].filter((word): word is string => typeof word === 'string' && /^\w{3,60}$/.test(word));
}

export function faultOf(error: unknown, what: string): PayPalFault {
  if (error instanceof PayPalFault) return error;
  if (error instanceof ApiError) {
    const debugId = error.headers['paypal-debug-id'] ?? null;
    return new PayPalFault(what, error.statusCode, issuesOf(error.result), debugId);
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return new PayPalFault(`${what}${code.length > 0 ? ` (${code[0]})` : ''}`, null, code, null);
}
