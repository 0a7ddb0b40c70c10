import { AppError } from '@mallhive/kernel';

/** Thrown when a cursor was not made by a search in the same order. */
export const cursorInvalid = () =>
  new AppError('bad_request', 'cursor_invalid', 'This page of the results is not valid.');

/** Thrown when a search filters by more facets than a shopper can choose. */
export const tooManyFilters = () => new AppError('bad_request', 'too_many_filters', 'Please remove some filters.');
