export type { AppRouter, RouterInputs, RouterOutputs } from '@mallhive/api-contract';
export { ApiProvider, type ApiProviderProps, useApi } from './provider.tsx';
export { type Refusal, refusalOf } from './refusal.ts';
export { statusOf } from './retry.ts';
