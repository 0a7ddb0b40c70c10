import type { NextApiRequest, NextApiResponse } from 'next';

export default function healthz(_request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('cache-control', 'no-store');
  response.status(200).json({ ok: true });
}
