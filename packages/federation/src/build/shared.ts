/**
 * Modules of which a composed page has one instance, the shell's (src/shell/provide.ts and the shell's own _app give
 * them). In an exposed module they are externals; the stand-alone pages of a remote bundle their own.
 */
export const sharedModules: readonly string[] = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'next/head',
  'next/link',
  'next/router',
  '@tanstack/react-query',
  '@mallhive/api-client',
];

export const sharedGlobal = '__mallhive_shared';

interface ExternalRequest {
  request?: string;
  contextInfo?: { issuerLayer?: string | null };
}

/**
 * Next compiles pages in a layer of its own and the federation container without one, so the layer tells an exposed
 * module from a page that imports the same file.
 */
export async function sharedExternal({ request, contextInfo }: ExternalRequest): Promise<string[] | undefined> {
  if (!request || contextInfo?.issuerLayer || !sharedModules.includes(request)) return undefined;
  return [sharedGlobal, request];
}

/**
 * In the shell's server these come from Node, once for the whole process. Next would bundle them, and in development it
 * evaluates its bundles anew after every compiled page: the shell's providers would then be of a younger instance than
 * the one that the loaded remotes were given. The shell's other shared modules keep nothing of their own but contexts
 * under `Symbol.for` keys; React and Next's contexts come from Node anyway.
 */
export const processWide: readonly string[] = ['@tanstack/react-query'];
