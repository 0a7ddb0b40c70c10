import type { PageRemotes } from '../pins.ts';
import { splitModule } from '../pins.ts';
import type { ModuleSource, SlotState } from '../react/source.ts';
import { registry } from '../registry/global.ts';
import type { RemoteComponent } from '../types.ts';

/** Modules for slots while a page renders on the server: those of the releases it is pinned to. */
export function serverSource({ pins, modules }: PageRemotes): ModuleSource {
  return {
    read(module): SlotState {
      const pin = pins[splitModule(module).remote];
      const exports = pin && modules.includes(module) ? registry()?.exports(module, pin.version) : undefined;
      const component = exports?.default as RemoteComponent | undefined;
      return component ? { kind: 'ready', component } : { kind: 'missing' };
    },
    retry: async () => false,
    failed: () => {},
  };
}
