import { AppError } from '@mallhive/kernel';

/** Thrown when somebody wants to wait for what can be bought. */
export const inStock = () => new AppError('conflict', 'in_stock', 'This is in stock: you can buy it now.');

/** Thrown when somebody waits for as much as one may. */
export const tooManyWaits = (maximum: number) =>
  new AppError('conflict', 'too_many_waits', `We remember at most ${maximum} things for you.`, {
    details: { maximum },
  });

/** Thrown for a link that we did not make, that is over, or whose cart became an order. */
export const restoreLinkInvalid = () =>
  new AppError('not_found', 'restore_link_invalid', 'This link does not work any more.');
