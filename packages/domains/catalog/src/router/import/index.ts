import type { Catalog } from '../../index.ts';
import { cancelImport } from './cancel-import.ts';
import { exportJobs } from './export-jobs.ts';
import { importPreview } from './import-preview.ts';
import { imports } from './imports.ts';
import { readImport } from './read-import.ts';
import { repeatImport } from './repeat-import.ts';
import { startExport } from './start-export.ts';
import { startImport } from './start-import.ts';

export const importProcedures = (catalog: Catalog) => ({
  imports: imports(catalog),
  import: readImport(catalog),
  importPreview: importPreview(catalog),
  startImport: startImport(catalog),
  repeatImport: repeatImport(catalog),
  cancelImport: cancelImport(catalog),
  startExport: startExport(catalog),
  exports: exportJobs(catalog),
});
