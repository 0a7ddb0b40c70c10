export { RemoteSlot } from './react/remote-slot.tsx';
export { StandAlone } from './react/stand-alone.tsx';
export type {
  ExposedModule,
  Loader,
  LoaderContext,
  LoaderResult,
  ModuleId,
  PageHead,
  RemoteComponent,
  RemoteConfig,
  RemoteSlotProps,
  ShellConfig,
} from './types.ts';
