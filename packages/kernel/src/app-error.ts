/** Every code a caller can meet. The edges map each one exhaustively to tRPC, HTTP and gRPC. */
export const appErrorCodes = [
  'bad_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'gone',
  'unprocessable',
  'rate_limited',
  'unavailable',
  'internal',
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

/**
 * A fault or refusal that crosses an edge.
 * `reason` is the stable machine-readable code of the domain (`stock_insufficient`), `userMessage` is safe to show,
 * `message` is for the log, `details` is plain data that helps the caller to react.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly reason: string;
  readonly userMessage: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: AppErrorCode,
    reason: string,
    userMessage: string,
    options: { message?: string; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(options.message ?? userMessage, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.userMessage = userMessage;
    this.details = options.details;
  }
}

export function isAppError(value: unknown): value is AppError {
  return value instanceof AppError;
}
