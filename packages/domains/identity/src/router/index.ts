import { router } from '@mallhive/trpc';
import type { Identity } from '../index.ts';
import { accountProcedures } from './accounts.ts';
import { organisationProcedures } from './organisations.ts';
import { personalDataProcedures } from './personal-data.ts';

export default function createIdentityRouter(identity: Identity) {
  return router({
    ...accountProcedures(identity),
    ...organisationProcedures(identity),
    ...personalDataProcedures(identity),
  });
}
