import { timingSafeEqual } from 'node:crypto';
import { versionsOf } from '@mallhive/federation/server';
import { currencies } from '@mallhive/ui';
import type { NextApiRequest, NextApiResponse } from 'next';
import { config } from '../../config.ts';

const mostPaths = 200;

function authorised(header: string | undefined): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${config.internalSecret}`);
  return config.internalSecret !== '' && given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Asked by a job when a product changed: `{ paths: ['/p/oak-lamp', '/c/home/lamps'] }`. */
export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  if (request.method !== 'POST') return response.setHeader('allow', 'POST').status(405).end();
  if (!authorised(request.headers.authorization)) return response.status(401).json({ error: 'unauthorised' });
  const paths: unknown = request.body?.paths;
  const valid =
    Array.isArray(paths) && paths.every((path) => typeof path === 'string' && /^\/(?!\/|api\/|_)/.test(path));
  if (!valid || paths.length > mostPaths) return response.status(400).json({ error: 'paths' });
  const wanted = [...new Set<string>(paths)];
  // Every language and currency in which somebody has looked at the page.
  const results = await Promise.allSettled(
    wanted.map((path) => Promise.all(versionsOf(path, currencies).map((version) => response.revalidate(version)))),
  );
  const failed = wanted.filter((_, index) => results[index]?.status === 'rejected');
  return response.status(failed.length > 0 ? 502 : 200).json({ revalidated: wanted.length - failed.length, failed });
}
