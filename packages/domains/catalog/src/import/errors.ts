import { AppError } from '@mallhive/kernel';

/** Thrown when the organisation has no such import or export, or its file is gone. */
export const importNotFound = () => new AppError('not_found', 'import_not_found', 'This import does not exist.');
export const exportNotFound = () => new AppError('not_found', 'export_not_found', 'This file does not exist any more.');

/** Thrown while a file is uploaded. */
export const fileTooLarge = () => new AppError('unprocessable', 'file_too_large', 'Files of up to 200 MB are taken.');
export const fileEmpty = () => new AppError('unprocessable', 'file_empty', 'This file has no rows.');
export const tooManyRows = () =>
  new AppError('unprocessable', 'file_too_long', 'Files of up to 250,000 rows are taken. Divide it and try again.');

/** Thrown when an import is started that was started before. */
export const importStarted = () => new AppError('conflict', 'import_started', 'This import was started already.');

/** Thrown when an import that still runs is to be repeated. */
export const importRunning = () => new AppError('conflict', 'import_running', 'This import is still running.');

/** Thrown when there is nothing left to stop. */
export const importFinished = () => new AppError('conflict', 'import_finished', 'This import has ended already.');

/** Thrown when the columns do not make products. `reason` in the details: unknown_field, field_twice, no_key, wrong_width. */
export const mappingInvalid = (reason: string) =>
  new AppError(
    'unprocessable',
    'mapping_invalid',
    'The columns do not fit: map the handle or the SKU, and each field once.',
    {
      details: { reason },
    },
  );
