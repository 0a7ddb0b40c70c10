/** Modules of which a composed page has one instance, the shell's. React and next/* are shared by the plugin itself. */
const singletons = [
  '@tanstack/react-query',
  '@trpc/client',
  '@trpc/tanstack-react-query',
  '@mallhive/api-client',
  'next-auth/react',
];

export function sharedModules(): Record<string, { singleton: true; requiredVersion: false }> {
  return Object.fromEntries(singletons.map((name) => [name, { singleton: true, requiredVersion: false }]));
}
