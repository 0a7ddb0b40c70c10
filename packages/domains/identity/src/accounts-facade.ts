import type { Clock, RateLimiter } from '@mallhive/kernel';
import { createAccountRepository } from './account.repository.ts';
import { createMailContacts } from './account-mail.ts';
import { createChallenges } from './challenge.ts';
import { createConfirmEmailChange, createRequestEmailChange } from './change-email.ts';
import { createChangePassword } from './change-password.ts';
import { createCheckPassword } from './check-password.ts';
import { createDevices } from './devices.ts';
import { createExternalRepository } from './external.repository.ts';
import { createAllowLink, createSignInExternal, createUnlinkExternal } from './external.ts';
import { createKeyed } from './keyed.ts';
import { createLanguage } from './language.ts';
import { createLimits } from './limits.ts';
import { createLinkRepository } from './link.repository.ts';
import { createLinks } from './links.ts';
import { createOpenSession } from './open-session.ts';
import type { PasswordHasher } from './ports.ts';
import { createRegister } from './register.ts';
import { createRequestPasswordReset, createResetPassword } from './reset-password.ts';
import { createSecondFactorRepository } from './second-factor.repository.ts';
import { createSecondFactor } from './second-factor.ts';
import { createSecondFactorCheck } from './second-factor-check.ts';
import { createSecurityRepository } from './security.repository.ts';
import { createReadSecurity } from './security.ts';
import { createSessionRepository } from './session.repository.ts';
import { createFindSession, createListSessions, createRevokeOtherSessions, createRevokeSession } from './sessions.ts';
import { createSignIn, createSignInSecondFactor } from './sign-in.ts';
import { createConfirmIdentity, createProvePassword, createStepUp } from './step-up.ts';
import { createUpdateProfile } from './update-profile.ts';
import { createUserRepository } from './user.repository.ts';
import type { Vault } from './vault/vault.ts';
import { createResendVerification, createVerifyEmail } from './verify-email.ts';

export interface AccountsDependencies {
  db: Parameters<typeof createUserRepository>[0];
  vault: Vault;
  clock: Clock;
  passwords: PasswordHasher;
  limiter: RateLimiter;
  limitFactor: number;
  addressLimitFactor: number;
  secret: string;
}

/** Accounts and the ways in and out of them. */
export function createAccounts(deps: AccountsDependencies) {
  const { db, vault, clock, passwords, limiter, secret } = deps;
  const keyed = createKeyed(secret);
  const devices = createDevices(keyed);
  const limits = createLimits({ limiter, keyed, factor: deps.limitFactor, addressFactor: deps.addressLimitFactor });
  const accounts = createAccountRepository(db, vault);
  const users = createUserRepository(db, vault);
  const sessions = createSessionRepository(db);
  const factors = createSecondFactorRepository(db, vault);
  const external = createExternalRepository(db, vault);
  const links = createLinks({ links: createLinkRepository(db), keyed, clock });
  const challenges = createChallenges({ keyed, clock });
  const openSession = createOpenSession({ sessions, devices, clock });
  const checkCode = createSecondFactorCheck({ factors, limits, keyed, clock });
  const stepUp = createStepUp({ sessions, clock });
  const provePassword = createProvePassword({ limits, passwords });
  const signingIn = { accounts, passwords, devices, limits, challenges, openSession, checkCode };
  const changing = { accounts, links, limits, passwords, stepUp, provePassword, clock };
  const outside = { accounts, external, challenges, openSession, stepUp, limits, clock };
  const secondFactor = createSecondFactor({ accounts, factors, stepUp, limits, keyed, clock });
  return {
    /** For the rest of this domain. */
    internals: { accounts, sessions, stepUp, limits, keyed },
    facade: {
      checkPassword: createCheckPassword({ limits }),
      register: createRegister(changing),
      verifyEmail: createVerifyEmail(changing),
      resendVerification: createResendVerification(changing),
      signIn: createSignIn(signingIn),
      signInSecondFactor: createSignInSecondFactor(signingIn),
      signInExternal: createSignInExternal(outside),
      allowLink: createAllowLink(outside),
      unlinkExternal: createUnlinkExternal(outside),
      requestPasswordReset: createRequestPasswordReset(changing),
      resetPassword: createResetPassword(changing),
      changePassword: createChangePassword(changing),
      requestEmailChange: createRequestEmailChange(changing),
      confirmEmailChange: createConfirmEmailChange(changing),
      updateProfile: createUpdateProfile({ accounts }),
      ...createLanguage({ accounts }),
      confirmIdentity: createConfirmIdentity({ accounts, sessions, provePassword, checkCode, clock }),
      security: createReadSecurity({ security: createSecurityRepository(db, vault), clock }),
      startSecondFactor: secondFactor.start,
      confirmSecondFactor: secondFactor.confirm,
      renewRecoveryCodes: secondFactor.renewCodes,
      removeSecondFactor: secondFactor.remove,
      findSession: createFindSession({ users, sessions, clock }),
      listSessions: createListSessions({ sessions, clock }),
      revokeSession: createRevokeSession({ sessions, clock }),
      revokeOtherSessions: createRevokeOtherSessions({ accounts, clock }),
      ...createMailContacts({ accounts, links, sessions }),
      /** For a job: links that nobody can use any more. Answers how many went. */
      removeOldLinks: links.removeOld,
    },
  };
}
