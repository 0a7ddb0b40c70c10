import { integrityOf } from '../build/release.ts';
import { assetPath, type Manifest, manifestPath, manifestSchema } from '../manifest.ts';

const manifestTimeoutMs = 2_000;
const downloadTimeoutMs = 15_000;
const parallel = 6;

/** A release whose every byte has been checked against its manifest. */
export interface Release {
  manifest: Manifest;
  browser: Map<string, Buffer>;
  server: Map<string, Buffer>;
}

/** Thrown when a remote serves something else than its manifest says. */
export class IntegrityError extends Error {
  override name = 'IntegrityError';
}

export async function fetchManifest(origin: string, name: string): Promise<Manifest> {
  const response = await fetch(origin + manifestPath, {
    signal: AbortSignal.timeout(manifestTimeoutMs),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`${manifestPath} answered ${response.status}`);
  const parsed = manifestSchema.safeParse(await response.json());
  if (!parsed.success) {
    throw new IntegrityError(`serves no valid manifest: ${parsed.error.issues[0]?.path.join('.')}`);
  }
  const manifest = parsed.data;
  if (manifest.name !== name) throw new IntegrityError(`calls itself ${manifest.name}`);
  return manifest;
}

export async function downloadRelease(origin: string, manifest: Manifest): Promise<Release> {
  const signal = AbortSignal.timeout(downloadTimeoutMs);
  const release: Release = { manifest, browser: new Map(), server: new Map() };
  const wanted = (['server', 'browser'] as const).flatMap((side) =>
    Object.entries(manifest[side].files).map(([path, hash]) => ({ side, path, hash })),
  );
  const worker = async () => {
    for (let next = wanted.pop(); next; next = wanted.pop()) {
      const { side, path, hash } = next;
      const response = await fetch(origin + assetPath(manifest.name, manifest.version, side) + path, {
        signal,
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`${side}/${path} answered ${response.status}`);
      const body = Buffer.from(await response.arrayBuffer());
      if (integrityOf(body) !== hash) throw new IntegrityError(`${side}/${path} is not what the manifest says`);
      release[side].set(path, body);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return release;
}
