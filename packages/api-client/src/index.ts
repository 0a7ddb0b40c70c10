export type { AppRouter, RouterInputs, RouterOutputs } from '@mallhive/api-contract';
export { ApiProvider, type ApiProviderProps, useApi } from './provider.tsx';
export { statusOf } from './retry.ts';
