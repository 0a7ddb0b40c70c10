export { createPictureChecker } from './check-picture.ts';
export { createLocalMediaStore } from './local-media-store.ts';
export { createMedia, type Media } from './media.ts';
export { createMediaStore, type MediaStore } from './media-store.ts';
export { registerMedia } from './register-media.ts';
