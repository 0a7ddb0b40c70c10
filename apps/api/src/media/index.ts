export { createLocalMediaStore } from './local-media-store.ts';
export { createMedia, type Media } from './media.ts';
export type { MediaStore } from './media-store.ts';
export { registerMedia } from './register-media.ts';
