export type { InngestLocalOptions, Logger } from './options.ts';
export { type InngestLocal, startInngestLocal } from './start.ts';
