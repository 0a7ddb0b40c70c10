interface Module {
  buildInfo?: { hash?: string };
}
interface Chunk {
  hash?: string;
}
interface Compilation {
  namedChunks: Map<string, Chunk>;
  chunkGraph: { getChunkModulesIterable(chunk: Chunk): Iterable<Module> };
}
interface Compiler {
  hooks: { done: { tap(name: string, done: (stats: { compilation: Compilation }) => void): void } };
}

/**
 * Development: Next reloads all open pages, forms and all, when the hash of the document's chunk has changed. With
 * federation in the bundle that hash changes when an API route is compiled, so Next is shown that of the document's own
 * sources. It looks after this, for the compiler's plugins are told first.
 */
export const steadyDocument = {
  apply({ hooks }: Compiler): void {
    hooks.done.tap('MallHiveSteadyDocument', ({ compilation: { namedChunks, chunkGraph } }) => {
      const chunk = namedChunks.get('pages/_document');
      if (!chunk) return;
      const sources = Array.from(chunkGraph.getChunkModulesIterable(chunk), ({ buildInfo }) => buildInfo?.hash ?? '');
      chunk.hash = sources.sort().join();
    });
  },
};
