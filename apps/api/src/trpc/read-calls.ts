import type { FastifyRequest } from 'fastify';

export interface Call {
  path: string;
  input: unknown;
}

export interface Calls {
  type: 'query' | 'mutation';
  /** Whether the caller wants an array of answers. */
  batch: boolean;
  calls: Call[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the address or the body carries as input; undefined for none. Throws SyntaxError. */
function carried(request: FastifyRequest): unknown {
  const text = request.method === 'GET' ? (request.query as { input?: string }).input : request.body;
  return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
}

/**
 * The procedure calls of an ordinary request: a GET of queries or a POST of mutations, alone or in a batch, whose input
 * is JSON. Null for everything else (unknown procedures, other formats, wrong methods, malformed or oversized input),
 * which the library's own handler refuses.
 */
export function readCalls(
  request: FastifyRequest,
  path: string,
  known: ReadonlyMap<string, string>,
  maximumBatch: number,
): Calls | null {
  const type = request.method === 'GET' ? 'query' : request.method === 'POST' ? 'mutation' : null;
  if (!type || request.headers['trpc-accept']) return null;
  const batch = (request.query as { batch?: string }).batch === '1';
  const paths = batch ? path.split(',') : [path];
  if (paths.length > maximumBatch || paths.some((name) => known.get(name) !== type)) return null;
  let input: unknown;
  try {
    input = carried(request);
  } catch {
    return null;
  }
  if (!batch) return { type, batch, calls: [{ path, input }] };
  if (input !== undefined && (!isRecord(input) || Array.isArray(input))) return null;
  return { type, batch, calls: paths.map((name, index) => ({ path: name, input: input?.[index] })) };
}
