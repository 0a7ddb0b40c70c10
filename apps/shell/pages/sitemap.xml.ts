import type { GetServerSideProps } from 'next';
import { sitemap } from '../lib/sitemap.ts';

export default function Sitemap() {
  return null;
}

export const getServerSideProps: GetServerSideProps = async ({ res }) => {
  const xml = await sitemap().catch(() => null);
  res.statusCode = xml ? 200 : 503;
  res.setHeader('content-type', 'application/xml; charset=utf-8');
  res.setHeader('cache-control', xml ? 'public, max-age=3600' : 'no-store');
  res.end(xml ?? '<?xml version="1.0" encoding="UTF-8"?><error>The catalogue cannot be read right now</error>');
  return { props: {} };
};
