import { join } from 'node:path';
import { defaultLocale, locales } from '@mallhive/kernel';
import type { NextConfig } from 'next';
import { runtimeScript } from './build/runtime-script.ts';
import { configureWebpack } from './build/webpack.ts';
import type { RemoteConfig } from './types.ts';

/** Packages of this repository that are shipped as TypeScript sources. */
const sourcePackages = ['ui', 'api-client', 'federation', 'session', 'kernel'].map((name) => `@mallhive/${name}`);

/** The whole next.config of the shell (no `exposes`) or of a remote. `mallhive-next` starts Next with it. */
export function withFederation(app: RemoteConfig, own: NextConfig = {}): NextConfig {
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    productionBrowserSourceMaps: false,
    ...own,
    // Whoever says something says it in every language; the address has the prefix, nobody is sent anywhere by it.
    ...('remotes' in app || app.texts
      ? { i18n: { locales: [...locales], defaultLocale, localeDetection: false } }
      : {}),
    env: { ...own.env, MALLHIVE_RUNTIME_SCRIPT: runtimeScript().path },
    // Only the shell regenerates pages; a remote's own pages are for its authors.
    ...('remotes' in app
      ? { cacheHandler: join(import.meta.dirname, 'shell/page-cache.ts'), cacheMaxMemorySize: 0 }
      : {}),
    distDir: process.env.MALLHIVE_DIST_DIR || own.distDir || '.next',
    transpilePackages: [...sourcePackages, ...(own.transpilePackages ?? [])],
    // Types are checked once for the whole workspace with the workspace's own compiler.
    typescript: { ignoreBuildErrors: true },
    devIndicators: false,
    webpack(config, options) {
      return configureWebpack(app, own.webpack ? own.webpack(config, options) : config, options);
    },
  };
}
