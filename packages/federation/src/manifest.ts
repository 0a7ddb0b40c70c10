import { z } from 'zod';

const hash = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/);
/** Paths stay below the release: no absolute path, no climbing. */
const path = z.string().regex(/^(?!.*\.\.)[A-Za-z0-9_@][A-Za-z0-9_@+.\-/]*$/);

const part = z.object({ entry: path, files: z.record(path, hash) });

export const manifestSchema = z.object({
  schema: z.literal(1),
  name: z.string().regex(/^[a-z][a-z0-9]*$/),
  version: z.string().regex(/^[a-z0-9]{8,64}$/),
  modules: z.record(
    z.string(),
    z.object({
      loader: z.boolean(),
      uses: z.array(z.string()),
      /** Sections of the remote's texts; without: all. */
      texts: z.array(z.string()).nullish(),
      scripts: z.array(path),
      styles: z.array(path),
    }),
  ),
  /** Whether the server's part exposes the texts in every language. */
  texts: z.boolean().optional(),
  browser: part,
  server: part,
});

/** What a remote says about its current release. Everything it lists is checked against these hashes before it runs. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Name under which a remote's server exposes its texts. */
export const textsModule = 'texts';
export const manifestPath = '/mallhive-manifest.json';
export const assetPath = (name: string, version: string, side: 'browser' | 'server') =>
  `/_mf/${name}/${version}/${side}/`;
