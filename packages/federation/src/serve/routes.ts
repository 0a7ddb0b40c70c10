import type { IncomingMessage, ServerResponse } from 'node:http';
import { runtimeScript } from '../build/runtime-script.ts';
import { manifestPath } from '../manifest.ts';
import { pinsPath } from '../pins.ts';
import type { Registry } from '../registry/registry.ts';
import type { ModuleId } from '../types.ts';
import { sendImmutable, sendJson, sendNothing } from './assets.ts';
import type { ReleaseSource } from './releases.ts';

const asset = /^\/_mf\/([a-z][a-z0-9]*)\/([a-z0-9]+)\/(browser|server)\/(.+)$/;
const module = /^[a-z][a-z0-9]*\/[A-Za-z]+$/;

interface Sources {
  /** Of a remote: its own releases. */
  releases?: { name: string; source: ReleaseSource };
  /** Of the shell: those of all remotes. */
  registry?: Registry;
}

/** Answers what belongs to federation; false when the request is for Next. */
export async function serveFederation(request: IncomingMessage, response: ServerResponse, sources: Sources) {
  const url = request.url ?? '/';
  if (url.startsWith('/_next/static/ssr/')) {
    sendNothing(response, 404);
    return true;
  } // server bundles are nobody's business
  if (url === '/api/healthz') {
    sendJson(response, 200, { ok: true, remotes: sources.registry?.status() });
    return true;
  }
  if (url === manifestPath && sources.releases) {
    const manifest = await sources.releases.source.current();
    if (manifest) sendJson(response, 200, manifest);
    else sendNothing(response, 503);
    return true;
  }
  if (!url.startsWith('/_mf/')) return false;
  const accept = String(request.headers['accept-encoding'] ?? '');
  const { pathname, searchParams } = new URL(url, 'http://host');
  if (pathname === runtimeScript().path)
    return sendImmutable(response, pathname, runtimeScript().body, accept).then(yes);
  if (pathname === pinsPath && sources.registry) {
    const wanted = (searchParams.get('m') ?? '').split(',').filter((id) => module.test(id)) as ModuleId[];
    const page = sources.registry.describe(wanted.slice(0, 32));
    const locale = searchParams.get('l');
    sendJson(response, 200, locale ? { ...page, texts: sources.registry.texts(page, locale) } : page);
    return true;
  }
  const [, name = '', version = '', side = '', path = ''] = asset.exec(pathname) ?? [];
  const body = await find(sources, name, version, side as 'browser' | 'server', path);
  if (body) await sendImmutable(response, path, body, accept);
  else sendNothing(response, 404);
  return true;
}

async function find(
  { releases, registry }: Sources,
  name: string,
  version: string,
  side: 'browser' | 'server',
  path: string,
) {
  if (releases?.name === name) return releases.source.read(version, side, path);
  return side === 'browser' ? registry?.asset(name, version, path) : undefined;
}

const yes = () => true;
