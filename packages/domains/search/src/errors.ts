import { AppError } from '@mallhive/kernel';

/** Thrown when a cursor was not made by a search in the same order. */
export const cursorInvalid = () =>
  new AppError('bad_request', 'cursor_invalid', 'This page of the results is not valid.');

/** Thrown when a search filters by more facets than a shopper can choose. */
export const tooManyFilters = () => new AppError('bad_request', 'too_many_filters', 'Please remove some filters.');

/** Thrown when somebody else changed or deleted the synonym in between, or made one with the same id. */
export const synonymChanged = () =>
  new AppError('conflict', 'synonym_changed', 'Somebody else changed this in the meantime.');

/** Thrown when the words of a synonym do not make one: fewer than two ways to say it, or nothing but punctuation. */
export const synonymIncomplete = () =>
  new AppError('bad_request', 'synonym_incomplete', 'Please give at least two different words or phrases.');
