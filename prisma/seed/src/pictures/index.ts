export * from './icon-library.ts';
export * from './render-scene.ts';
export * from './scene.ts';
export type { MasterCache } from './sprite.ts';
export { memoryMasterCache } from './sprite.ts';
