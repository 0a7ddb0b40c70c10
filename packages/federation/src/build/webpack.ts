import { createRequire } from 'node:module';
import type { RemoteConfig } from '../types.ts';
import { sharedModules } from './shared.ts';

const require = createRequire(import.meta.url);

/** Set by the runtime script that every page loads once; without it each entry carries 40 kB of gzip more. */
export const runtimeGlobal = '_FEDERATION_RUNTIME_CORE';
export const entryFile = 'static/chunks/remoteEntry.js';

/** './ProductPage' and, for a page, './ProductPage.loader'. The loader is server code: browser builds leave it out. */
export function exposedPaths(app: RemoteConfig, isServer: boolean): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const [name, exposed] of Object.entries(app.exposes)) {
    paths[`./${name}`] = exposed.module;
    if (isServer && exposed.loader) paths[`./${name}.loader`] = exposed.loader;
  }
  return paths;
}

interface WebpackOptions {
  isServer: boolean;
  nextRuntime?: 'nodejs' | 'edge';
  // biome-ignore lint/suspicious/noExplicitAny: the webpack that Next hands over carries no types
  webpack: any;
}

// biome-ignore lint/suspicious/noExplicitAny: Next types webpack's configuration as any
export function configureWebpack(app: RemoteConfig, config: any, { isServer, webpack }: WebpackOptions): any {
  const { NextFederationPlugin } = require('@module-federation/nextjs-mf');
  config.resolve.alias['next/amp'] = false; // gone in Next 16, still named by the plugin
  if (!isServer) {
    config.plugins.push(new webpack.ExternalsPlugin('global', { '@module-federation/runtime-core': runtimeGlobal }));
  }
  config.plugins.push(
    new NextFederationPlugin({
      name: app.name,
      filename: entryFile,
      remotes: {},
      exposes: exposedPaths(app, isServer),
      shared: sharedModules(),
      extraOptions: {},
    }),
  );
  return config;
}
