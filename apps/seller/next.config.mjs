/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  distDir: process.env.MALLHIVE_DIST_DIR || '.next',
  transpilePackages: ['@mallhive/ui', '@mallhive/api-client', '@mallhive/session', '@mallhive/kernel'],
  // Types are checked once for the whole workspace with the workspace's own compiler.
  typescript: { ignoreBuildErrors: true },
};
