export type { AppRouter, RouterInputs, RouterOutputs } from '@mallhive/api-contract';
export type { Currency, Locale } from '@mallhive/kernel';
export { ApiProvider, type ApiProviderProps, useApi } from './provider.tsx';
export { type Refusal, refusalOf } from './refusal.ts';
export { statusOf } from './retry.ts';
