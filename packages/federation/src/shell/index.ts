export type { PageRemotes } from '../pins.ts';
export { Composition } from './composition.tsx';
export { RemoteLinks } from './links.tsx';
export type { ShellPageProps } from './pages.ts';
export { provideShared } from './provide.ts';
export { useRecovery } from './recovery.ts';
