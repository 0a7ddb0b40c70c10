import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine.ts';

export async function handlePages(
  _engine: Engine,
  _request: IncomingMessage,
  _response: ServerResponse,
  _url: URL,
): Promise<boolean> {
  return false;
}
