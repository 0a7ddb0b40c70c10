import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Variables Next needs before it starts, so that module federation's webpack is the one it uses. */
export function nextEnvironment(existingNodeOptions = ''): Record<string, string> {
  const hook = require.resolve('next/dist/compiled/webpack/webpack.js');
  return {
    NEXT_PRIVATE_LOCAL_WEBPACK: 'true',
    NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next 16 initialises its webpack hook later than the federation plugin needs it.
    NODE_OPTIONS: `${existingNodeOptions} --require ${JSON.stringify(hook)}`.trim(),
  };
}
