import { type ReactNode, useEffect, useState } from 'react';
import type { PageRemotes } from '../pins.ts';
import { pinsPath } from '../pins.ts';
import { sourceContext } from '../react/source.ts';
import { BrowserSource } from './browser-source.ts';
import { serverSource } from './server-source.ts';

const nothing: PageRemotes = { pins: {}, modules: [], missing: [] };
let browserSource: BrowserSource | undefined;

interface CompositionProps {
  /** Name of the shell's federation instance. */
  host: string;
  /** From the page's props; pages without remotes have none. */
  remotes?: PageRemotes;
  children: ReactNode;
}

/** Around the shell's whole page: makes slots work. */
export function Composition({ host, remotes = nothing, children }: CompositionProps) {
  const Source = sourceContext();
  const [source] = useState(() => {
    if (typeof window === 'undefined') return serverSource(remotes);
    browserSource ??= new BrowserSource(host);
    return browserSource;
  });
  // Idempotent; must happen before the slots below read.
  const fits = source instanceof BrowserSource ? source.adopt(remotes) : true;
  useEffect(() => {
    // A page of a newer release after an in-page navigation: its scripts do not mix with those that run here.
    if (!fits) location.reload();
  }, [fits]);
  useReloadAfterEdit(remotes);
  return <Source value={source}>{fits ? children : null}</Source>;
}

/** Development: an edit in a remote shows in the shell's page. */
function useReloadAfterEdit(remotes: PageRemotes) {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'development' || remotes.modules.length === 0) return;
    const timer = setInterval(async () => {
      const response = await fetch(`${pinsPath}?m=${remotes.modules.join(',')}`).catch(() => null);
      const now: PageRemotes | undefined = await response?.json().catch(() => undefined);
      const changed = ([name, pin]: [string, { version: string }]) =>
        now?.pins[name] && now.pins[name].version !== pin.version;
      if (now && Object.entries(remotes.pins).some(changed)) location.reload();
    }, 1_000);
    return () => clearInterval(timer);
  }, [remotes]);
}
