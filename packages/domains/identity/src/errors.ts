import { AppError } from '@mallhive/kernel';

/** Sign-in failed. One answer for every reason: no such account, wrong password, no password, disabled. */
export const invalidCredentials = () =>
  new AppError('unauthenticated', 'invalid_credentials', 'E-mail address or password is wrong.');

/** The address does not exist or is somebody else's. */
export const addressNotFound = () => new AppError('not_found', 'address_not_found', 'This address does not exist.');

/** The address book is full. */
export const tooManyAddresses = (maximum: number) =>
  new AppError('unprocessable', 'too_many_addresses', `An address book holds ${maximum} addresses.`, {
    details: { maximum },
  });

/** A draft names a seller that does not exist. A fault of seed or import. */
export const sellerUnknown = (slug: string) =>
  new AppError('bad_request', 'seller_unknown', `There is no seller "${slug}".`);

/** A new password is too short, leaked, or easy to guess; details.problem says which. */
export const passwordWeak = (problem: string) =>
  new AppError('unprocessable', 'password_weak', 'Please choose a password that is harder to guess.', {
    details: { problem },
  });

/** A mail's link is unknown, forged, used or over. One answer for all. */
export const linkInvalid = () =>
  new AppError('bad_request', 'link_invalid', 'This link does not work any more. Please ask for a new one.');

/** E-mail and password are right, and the account has a second factor. */
export const secondFactorRequired = (challenge: string) =>
  new AppError('unauthenticated', 'second_factor_required', 'Please enter the code of your authenticator app.', {
    details: { challenge },
  });

/** The first step of a sign-in is too long ago, forged, or no longer true. */
export const challengeInvalid = () =>
  new AppError('unauthenticated', 'challenge_invalid', 'This took too long. Please sign in again.');

/** Neither a code of now nor an unused recovery code. */
export const codeInvalid = () => new AppError('unauthenticated', 'code_invalid', 'This code is not right.');

/** The app that was just set up shows another code. */
export const setupCodeInvalid = () =>
  new AppError('unprocessable', 'code_invalid', 'This code is not right. Please check the time of your device.');

/** The last proof of who the caller is is too old for this change. */
export const stepUpRequired = () =>
  new AppError('forbidden', 'step_up_required', 'Please confirm first that it is you.');

/** A second factor is in force already; it must be removed first. */
export const secondFactorOn = () =>
  new AppError('conflict', 'second_factor_on', 'Two-step sign-in is switched on already.');

/** There is no second factor to make codes for, or none was begun. */
export const secondFactorOff = () => new AppError('conflict', 'second_factor_off', 'Two-step sign-in is switched off.');

/** Without this one nothing would let the person in any more. */
export const lastSignInMethod = () =>
  new AppError('conflict', 'last_sign_in_method', 'Set a password first: nothing else would let you in.');

/** An access or refresh token, or an API key, is unknown, forged, over or revoked. */
export const tokenInvalid = () => new AppError('unauthenticated', 'token_invalid', 'These credentials are not valid.');

/** No such key in this organisation. */
export const apiKeyNotFound = () => new AppError('not_found', 'api_key_not_found', 'This API key does not exist.');

/** The organisation has as many usable keys as it may. */
export const tooManyApiKeys = (maximum: number) =>
  new AppError('unprocessable', 'too_many_api_keys', `A shop has at most ${maximum} API keys. Revoke one first.`, {
    details: { maximum },
  });

/** The caller does not belong to the organisation, or not in this role. */
export const notOwner = () => new AppError('forbidden', 'not_allowed', 'You are not allowed to do this.');
