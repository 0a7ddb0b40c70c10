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
