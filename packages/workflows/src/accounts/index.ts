import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { keepAccountsTidy } from './keep-accounts-tidy.ts';
import { mailLink } from './mail-link.ts';
import { noticeOldAddress } from './notice-old-address.ts';
import { tellOfNewDevice } from './tell-of-new-device.ts';
import { tellOfRepeatedRegistration } from './tell-of-repeated-registration.ts';
import { tellOfSecurityChange } from './tell-of-security-change.ts';
import { welcomeUser } from './welcome-user.ts';

/** Mails about accounts, and what must be done for them every day. */
const functions = [
  mailLink,
  welcomeUser,
  tellOfRepeatedRegistration,
  noticeOldAddress,
  tellOfSecurityChange,
  tellOfNewDevice,
  keepAccountsTidy,
];

export function createAccountFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
