import { createRequire } from 'node:module';

interface Renderer {
  renderToReadableStream(node: unknown, options?: Record<string, unknown>): Promise<unknown>;
}

/**
 * Slots in the place where they belong. React's server renderer takes a page of more than 12 kB for a stream: it sends
 * the fallback of each finished Suspense boundary first and the content behind it, to be moved in by a script. A page of
 * the Pages Router is sent whole, so that gained nothing, showed fallbacks for a moment, moved the layout, and left
 * nothing to see without scripts. Must run before Next renders.
 */
export function renderPagesWhole(): void {
  const fromNext = createRequire(createRequire(import.meta.url).resolve('next/package.json'));
  const renderer: Renderer = fromNext('react-dom/server.edge');
  const original = renderer.renderToReadableStream;
  renderer.renderToReadableStream = (node, options) =>
    original(node, { ...options, progressiveChunkSize: Number.POSITIVE_INFINITY });
}
