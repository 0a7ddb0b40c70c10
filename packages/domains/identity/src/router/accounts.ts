import type { Identity } from '../index.ts';
import { addresses } from './addresses.ts';
import { allowLink } from './allow-link.ts';
import { apiKeys } from './api-keys.ts';
import { changePassword } from './change-password.ts';
import { checkPassword } from './check-password.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { createApiKey } from './create-api-key.ts';
import { language } from './language.ts';
import { me } from './me.ts';
import { register } from './register.ts';
import { removeAddress } from './remove-address.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { requestEmailChange } from './request-email-change.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resendVerification } from './resend-verification.ts';
import { resetPassword } from './reset-password.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { revokeSession } from './revoke-session.ts';
import { saveAddress } from './save-address.ts';
import { security } from './security.ts';
import { sessions } from './sessions.ts';
import { setLanguage } from './set-language.ts';
import { signIn } from './sign-in.ts';
import { signInExternal } from './sign-in-external.ts';
import { signInSecondFactor } from './sign-in-second-factor.ts';
import { signOut } from './sign-out.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { unlinkExternal } from './unlink-external.ts';
import { updateProfile } from './update-profile.ts';
import { verifyEmail } from './verify-email.ts';

/** Accounts, the ways in and out of them, and API keys. */
export const accountProcedures = (identity: Identity) => ({
  checkPassword: checkPassword(identity),
  register: register(identity),
  verifyEmail: verifyEmail(identity),
  resendVerification: resendVerification(identity),
  signIn: signIn(identity),
  signInSecondFactor: signInSecondFactor(identity),
  signInExternal: signInExternal(identity),
  me: me(),
  signOut: signOut(identity),
  requestPasswordReset: requestPasswordReset(identity),
  resetPassword: resetPassword(identity),
  updateProfile: updateProfile(identity),
  language: language(identity),
  setLanguage: setLanguage(identity),
  security: security(identity),
  confirmIdentity: confirmIdentity(identity),
  changePassword: changePassword(identity),
  requestEmailChange: requestEmailChange(identity),
  confirmEmailChange: confirmEmailChange(identity),
  startSecondFactor: startSecondFactor(identity),
  confirmSecondFactor: confirmSecondFactor(identity),
  renewRecoveryCodes: renewRecoveryCodes(identity),
  removeSecondFactor: removeSecondFactor(identity),
  allowLink: allowLink(identity),
  unlinkExternal: unlinkExternal(identity),
  sessions: sessions(identity),
  revokeSession: revokeSession(identity),
  revokeOtherSessions: revokeOtherSessions(identity),
  addresses: addresses(identity),
  saveAddress: saveAddress(identity),
  removeAddress: removeAddress(identity),
  apiKeys: apiKeys(identity),
  createApiKey: createApiKey(identity),
  revokeApiKey: revokeApiKey(identity),
});
