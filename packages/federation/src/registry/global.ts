import type { Registry } from './registry.ts';

const registryKey = Symbol.for('mallhive.federation.registry');
const bridgeKey = Symbol.for('mallhive.federation.bridge');
const shared = globalThis as { [registryKey]?: Registry; [bridgeKey]?: unknown };

/** Next bundles its own copy of everything it imports, so the one registry of the process hangs on the global object. */
export function registry(): Registry | undefined {
  return shared[registryKey];
}

export function setRegistry(value: Registry): void {
  shared[registryKey] = value;
  shared[bridgeKey] = value.bridge;
}
