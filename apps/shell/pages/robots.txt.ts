import type { GetServerSideProps } from 'next';
import { config } from '../config.ts';

export default function Robots() {
  return null;
}

const closed = ['/api/', '/account', '/cart', '/checkout', '/orders/', '/search', '/sign-in', '/register'];

export const getServerSideProps: GetServerSideProps = async ({ res }) => {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${config.shellUrl}/sitemap.xml`,
  ];
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('cache-control', 'public, max-age=3600');
  res.end(`${lines.join('\n')}\n`);
  return { props: {} };
};
