import type { ReactNode } from 'react';
import type { ModuleId, RemoteComponent } from '../types.ts';
import { type ModuleSource, sourceContext } from './source.ts';

interface StandAloneProps {
  /** The remote's own name: its styles apply inside. */
  name: string;
  /** Modules that slots on these pages may show: the remote's own, or stand-ins for those of others. */
  modules?: Partial<Record<ModuleId, RemoteComponent>>;
  children: ReactNode;
}

/** What the shell is for a composed page: slots find the given modules, every other slot shows its fallback. */
export function StandAlone({ name, modules = {}, children }: StandAloneProps) {
  const Source = sourceContext();
  const source: ModuleSource = {
    read(module) {
      const component = modules[module];
      return component ? { kind: 'ready', component } : { kind: 'missing' };
    },
    retry: async () => false,
    failed: (module, error) => console.error(`${module} failed`, error),
  };
  return (
    <Source value={source}>
      <div data-mf={name}>{children}</div>
    </Source>
  );
}
