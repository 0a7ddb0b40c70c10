/** The shapes that cross the edge of the catalog domain. */
export * from './contract-admin.ts';
export * from './contract-drafts.ts';
export * from './contract-editor.ts';
export * from './contract-import.ts';
export * from './contract-media.ts';
export * from './contract-public.ts';
export * from './contract-reviews.ts';
export * from './contract-seller.ts';
