import type { Identity } from '../index.ts';
import { cancelErasure } from './cancel-erasure.ts';
import { dataExport } from './data-export.ts';
import { dataExports } from './data-exports.ts';
import { erasure } from './erasure.ts';
import { requestErasure } from './request-erasure.ts';
import { requestExport } from './request-export.ts';

/** A copy of what the shop knows about a person, and the end of it. */
export const personalDataProcedures = (identity: Identity) => ({
  requestExport: requestExport(identity),
  dataExports: dataExports(identity),
  dataExport: dataExport(identity),
  requestErasure: requestErasure(identity),
  erasure: erasure(identity),
  cancelErasure: cancelErasure(identity),
});
