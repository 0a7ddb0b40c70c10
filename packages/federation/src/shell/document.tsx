export { startScript } from '../start-script.ts';

import { Head } from 'next/document';
import type { ReactElement } from 'react';

const production = process.env.NODE_ENV === 'production';
const runtime = process.env.MALLHIVE_RUNTIME_SCRIPT;

/** A script that the start script (src/start-script.ts) runs. */
function LateScript({ src }: { src: string | undefined }) {
  return <link rel="late" as="script" href={src} fetchPriority="low" data-run="" />;
}

type Files = Parameters<Head['getScripts']>[0];

/**
 * Next's head, with its scripts held back until the page is painted. Deferred scripts run as soon as the document is
 * parsed: where the network is quick that is before the first picture is shown, which then waits for hydration.
 */
export class PaintFirstHead extends Head {
  /** The federation runtime goes before all others. */
  override getScripts(files: Files) {
    return production
      ? [<LateScript key="runtime" src={runtime} />, ...late(super.getScripts(files))]
      : [<script key="runtime" src={runtime} defer />, ...super.getScripts(files)];
  }

  override getDynamicChunks(files: Files) {
    return production ? late(super.getDynamicChunks(files)) : super.getDynamicChunks(files);
  }
}

function late<Script extends ReactElement | null>(scripts: Script[]): Script[] {
  return scripts.map((script) => {
    const { src } = (script?.props ?? {}) as { src?: string };
    return (src ? <LateScript key={src} src={src} /> : script) as unknown as Script;
  });
}
