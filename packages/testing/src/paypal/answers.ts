/** What goes back over HTTP. Null body: none. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A documented error; the server adds the debug id. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.name ?? body.error));
    this.status = status;
    this.body = body;
  }
}

const names: Record<number, [string, string]> = {
  400: ['INVALID_REQUEST', 'Request is not well-formed, syntactically incorrect, or violates schema.'],
  404: ['RESOURCE_NOT_FOUND', 'The specified resource does not exist.'],
  409: ['RESOURCE_CONFLICT', 'The server has detected a conflict while processing this request.'],
  422: [
    'UNPROCESSABLE_ENTITY',
    'The requested action could not be performed, semantically incorrect, or failed business validation.',
  ],
  429: ['RATE_LIMIT_REACHED', 'Too many requests. Blocked due to rate limiting.'],
  500: ['INTERNAL_SERVER_ERROR', 'An internal server error has occurred.'],
};

export function refusal(status: number, issue?: string, field?: string, links: object[] = []): Refusal {
  const [name, message] = names[status] ?? ['ERROR', 'Something went wrong.'];
  const details = issue ? [{ ...(field && { field, location: 'body' }), issue, description: issue }] : undefined;
  return new Refusal(status, { name, message, ...(details && { details }), links });
}

export const unauthorised = (error: 'invalid_client' | 'invalid_token') =>
  new Refusal(401, {
    error,
    error_description:
      error === 'invalid_client' ? 'Client Authentication failed' : 'Token signature verification failed',
  });
