import { Component, type ReactNode, Suspense, use, useCallback, useContext, useEffect, useState } from 'react';
import type { ModuleId, RemoteComponent, RemoteSlotProps } from '../types.ts';
import { type ModuleSource, sourceContext } from './source.ts';

const retryEveryMs = 2_000;
const longestWaitMs = 30_000;

/** Renders a module of another micro frontend in place. Never throws: what goes wrong inside shows the fallback. */
export function RemoteSlot<Props extends object>({ module, props, fallback = null }: RemoteSlotProps<Props>) {
  const source = useContext(sourceContext());
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  if (!source) return <>{fallback}</>;
  const waiting = (
    <Healing module={module} source={source} attempt={attempt} onHealed={again}>
      {fallback}
    </Healing>
  );
  return (
    <div data-mf={module.split('/')[0]} data-slot={module} style={{ display: 'contents' }}>
      <Boundary key={attempt} fallback={waiting} onError={(error) => source.failed(module, error)}>
        <Suspense fallback={fallback}>
          <Mounted module={module} props={props} source={source} waiting={waiting} />
        </Suspense>
      </Boundary>
    </div>
  );
}

interface MountedProps {
  module: ModuleId;
  props: object;
  source: ModuleSource;
  waiting: ReactNode;
}

function Mounted({ module, props, source, waiting }: MountedProps) {
  const state = source.read(module);
  let Module: RemoteComponent | null = null;
  if (state.kind === 'ready') Module = state.component;
  if (state.kind === 'loaded') Module = use(state.promise);
  if (!Module) return <>{waiting}</>;
  return <Module {...props} />;
}

interface HealingProps {
  module: ModuleId;
  source: ModuleSource;
  /** How often the module was there and threw: each time the next try waits longer. */
  attempt: number;
  onHealed: () => void;
  children: ReactNode;
}

/** The fallback, and a timer that replaces it as soon as the module can be had. */
function Healing({ module, source, attempt, onHealed, children }: HealingProps) {
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = async () => {
      const healed = document.visibilityState === 'visible' && (await source.retry(module).catch(() => false));
      if (stopped) return;
      if (healed) onHealed();
      else timer = setTimeout(tick, retryEveryMs);
    };
    timer = setTimeout(tick, Math.min(500 + attempt * retryEveryMs, longestWaitMs));
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [module, source, attempt, onHealed]);
  return <>{children}</>;
}

interface BoundaryProps {
  fallback: ReactNode;
  onError: (error: unknown) => void;
  children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
