import type { IncomingMessage } from 'node:http';
import { newId } from '@mallhive/kernel';

const acceptable = /^[\w-]{8,64}$/;

/** The caller's id when it is one, so that the logs of shell and API join; else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && acceptable.test(given) ? given : newId();
}
