import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { releasesDir } from '../build/release.ts';
import { setRegistry } from '../registry/global.ts';
import { Registry } from '../registry/registry.ts';
import { startScript } from '../start-script.ts';
import { releaseInDevelopment, watchStyles } from './dev-release.ts';
import { forwardToApi } from './forward.ts';
import type { AppOptions } from './options.ts';
import { releasesOnDisk } from './releases.ts';
import { serveFederation } from './routes.ts';
import { pageHeaders } from './security-headers.ts';
import { renderPagesWhole } from './whole-pages.ts';

const require = createRequire(import.meta.url);
const log = (message: string, fields: Record<string, unknown> = {}) =>
  console.log(
    JSON.stringify({ level: 'info', time: new Date().toISOString(), name: 'federation', msg: message, ...fields }),
  );

const assetHeaders = new Map([['x-content-type-options', 'nosniff']]);
const isAsset = ({ url = '' }: IncomingMessage) => url.startsWith('/_next/') || url.startsWith('/_mf/');
/** Who stands before the app in production says how the visitor came. */
const isOverTls = ({ headers }: IncomingMessage) => headers['x-forwarded-proto'] === 'https';

/** Next behind our own listener, which serves releases and, in the shell, keeps the registry. */
export async function serve(options: AppOptions): Promise<void> {
  const { mode, appDir, distDir, port, hostname, federation } = options;
  const dev = mode === 'dev';
  renderPagesWhole();
  const createNext = require('next');
  const http = createServer();
  const app = createNext({ dev, dir: appDir, port, hostname, httpServer: http, ...(dev ? { webpack: true } : {}) });
  const registry = federation?.remotes
    ? new Registry({
        host: federation.name,
        remotes: federation.remotes,
        pollMs: dev ? 1_000 : 2_000,
        integrity: !dev,
        log,
      })
    : undefined;
  if (registry) {
    setRegistry(registry);
    registry.start();
  }
  const isRemote = federation && Object.keys(federation.exposes).length > 0;
  const releases = isRemote && {
    name: federation.name,
    source: dev ? releaseInDevelopment(federation, distDir) : releasesOnDisk(releasesDir(appDir)),
  };
  const sources = { ...(releases ? { releases } : {}), ...(registry ? { registry } : {}) };
  await app.prepare();
  const handle = app.getRequestHandler();
  const render = (request: IncomingMessage, response: ServerResponse) => {
    const variant = federation?.variant?.(request);
    if (variant && 'redirect' in variant) {
      response.writeHead(307, { location: variant.redirect, 'cache-control': 'private, no-store', vary: 'cookie' });
      return response.end();
    }
    if (variant) request.url = 'notFound' in variant ? '/404' : variant.path;
    return handle(request, response);
  };
  const inlineScripts = federation?.remotes ? [startScript, ...(federation.inlineScripts ?? [])] : [];
  // A remote's own pages are for its authors; Next's build leaves inline scripts in them.
  const headersOf = pageHeaders({ inlineScripts, outside: options.outside, relaxed: dev || Boolean(isRemote) });
  http.on('request', (request, response) => {
    if (forwardToApi(request, response, options)) return;
    response.setHeaders(isAsset(request) ? assetHeaders : headersOf(isOverTls(request)));
    serveFederation(request, response, sources)
      .then((served) => (served ? undefined : render(request, response)))
      .catch((error) => {
        log('request failed', { path: request.url, error: String(error) });
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  const styles = dev && isRemote ? await watchStyles(appDir, distDir) : undefined;
  http.listen(port, hostname, () => {
    log('listening', { app: federation?.name, address: `http://${hostname}:${port}` });
    // Loads the server bundle of a page: in the shell it brings the federation host, in development it compiles.
    fetch(`http://${hostname}:${port}/`).catch(() => undefined);
  });
  const stop = () => {
    registry?.stop();
    styles?.kill();
    http.close(() => process.exit(0));
    http.closeAllConnections();
    setTimeout(() => process.exit(0), 2_000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
