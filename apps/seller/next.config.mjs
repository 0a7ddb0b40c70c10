const port = Number(process.env.PORT_BASE ?? 3000);
const api = process.env.API_URL ?? `http://127.0.0.1:${port + 7}`;

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  distDir: process.env.MALLHIVE_DIST_DIR || '.next',
  transpilePackages: ['@mallhive/ui', '@mallhive/api-client', '@mallhive/session', '@mallhive/kernel'],
  // Types are checked once for the whole workspace with the workspace's own compiler.
  typescript: { ignoreBuildErrors: true },
  async rewrites() {
    return [
      { source: '/api/trpc/:path*', destination: `${api}/api/trpc/:path*` },
      { source: '/media/:path*', destination: `${api}/media/:path*` },
    ];
  },
};
