import { createRequire } from 'node:module';
import { join } from 'node:path';
import { textsModule } from '../manifest.ts';
import type { RemoteConfig } from '../types.ts';
import { watchCompiling } from './compiling.ts';
import { processWide, sharedExternal } from './shared.ts';
import { steadyDocument } from './steady-document.ts';

const require = createRequire(import.meta.url);

/** Set by the runtime script that every page loads once; without it each entry carries 47 kB of gzip more. */
export const runtimeGlobals = { core: '_FEDERATION_RUNTIME_CORE', bundler: '_FEDERATION_BUNDLER_RUNTIME' } as const;
export const entryFile = 'static/chunks/remoteEntry.js';
const runtimePlugin = join(import.meta.dirname, '../runtime/plugin.ts');

/** './ProductPage' and, for a page, './ProductPage.loader'. Loaders and texts are server code: browser builds leave them out. */
export function exposedPaths(app: RemoteConfig, isServer: boolean): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const [name, exposed] of Object.entries(app.exposes)) {
    paths[`./${name}`] = exposed.module;
    if (isServer && exposed.loader) paths[`./${name}.loader`] = exposed.loader;
  }
  if (isServer && app.texts) paths[`./${textsModule}`] = app.texts;
  return paths;
}

interface WebpackOptions {
  dev: boolean;
  isServer: boolean;
  nextRuntime?: 'nodejs' | 'edge';
  // biome-ignore lint/suspicious/noExplicitAny: the webpack that Next hands over carries no types
  webpack: any;
}

interface Compilation {
  hooks: unknown;
}

/** The federation plugin names the bundler's runtime by its file, the core by its package. */
async function runtimeExternal({ request = '' }: { request?: string }): Promise<string | undefined> {
  if (request === '@module-federation/runtime-core') return runtimeGlobals.core;
  const file = /@module-federation[\\/]webpack-bundler-runtime[\\/]dist[\\/](bundler|index)\.c?js$/;
  return file.test(request) ? runtimeGlobals.bundler : undefined;
}

/** Has webpack's own chunk loader ask for the hash of every chunk that comes through the shell. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function chunkIntegrity(webpack: any) {
  const check =
    'if (self.__mf_integrity && new URL(url, location.href).pathname.startsWith("/_mf/")) {' +
    ' script.integrity = self.__mf_integrity[new URL(url, location.href).pathname] ||' +
    ' "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"; script.crossOrigin = "anonymous"; }' +
    // What failed once may be in the browser's cache for good: the next try has an address of its own.
    ' var again = self.__mf_again = self.__mf_again || {};' +
    ' if (again[url]) script.src = url + "?again=" + again[url];' +
    ' script.addEventListener("error", () => { again[url] = (again[url] || 0) + 1; });';
  return {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    apply(compiler: any) {
      compiler.hooks.thisCompilation.tap('MallHiveIntegrity', (compilation: Compilation) => {
        webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
          'MallHiveIntegrity',
          (source: string) => `${source}\n${check}`,
        );
      });
    },
  };
}

/** The plugin with our runtime plugin in place of its own, which hides failures and adds a time stamp to addresses. */
function federationPlugin(options: object) {
  const { NextFederationPlugin } = require('@module-federation/nextjs-mf');
  const plugin = new NextFederationPlugin(options);
  const normalOptions = plugin.getNormalFederationPluginOptions.bind(plugin);
  plugin.getNormalFederationPluginOptions = (compiler: unknown, isServer: boolean) => {
    const normal = normalOptions(compiler, isServer);
    const own = /nextjs-mf\/dist\/src\/plugins\/container\/runtimePlugin/;
    normal.runtimePlugins = [
      ...normal.runtimePlugins.filter((path: string) => !own.test(path.replaceAll('\\', '/'))),
      `${runtimePlugin}?runtimePlugin`,
    ];
    normal.experiments = {}; // nothing to wait for: shared modules are there before a remote is
    return normal;
  };
  return plugin;
}

// biome-ignore lint/suspicious/noExplicitAny: Next types webpack's configuration as any
export function configureWebpack(app: RemoteConfig, config: any, { dev, isServer, webpack }: WebpackOptions): any {
  config.resolve.alias['next/amp'] = false; // gone in Next 16, still named by the plugin
  if (!isServer) {
    config.plugins.push(new webpack.ExternalsPlugin('global', runtimeExternal), chunkIntegrity(webpack));
  }
  config.plugins.push(new webpack.ExternalsPlugin('global', sharedExternal));
  if (isServer && 'remotes' in app) config.plugins.push(new webpack.ExternalsPlugin('commonjs', [...processWide]));
  if (dev) config.plugins.push(watchCompiling);
  if (dev && isServer) config.plugins.push(steadyDocument);
  config.plugins.push(
    federationPlugin({
      name: app.name,
      filename: entryFile,
      remotes: {},
      exposes: exposedPaths(app, isServer),
      shared: {},
      extraOptions: { skipSharingNextInternals: true },
    }),
  );
  return config;
}
