import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type {
  cancelImportInput,
  exportsInput,
  importInput,
  importPreviewInput,
  importsInput,
  repeatImportInput,
  startExportInput,
  startImportInput,
} from '../contract-import.ts';
import type { Database } from '../database.repository.ts';
import { mediaOff } from '../media/errors.ts';
import type { CatalogPorts, MediaPorts } from '../ports.ts';
import { createImport } from './create-import.ts';
import { errorFile } from './error-file.ts';
import { forgetOldFiles } from './export.repository.ts';
import { previewImport } from './preview-import.ts';
import { listImports, readImport } from './read-import.ts';
import { exportFile, failExport, listExports, runExport, startExport } from './run-export.ts';
import { failImport, type RunOptions, runImport } from './run-import.ts';
import { cancelImport, repeatImport, startImport } from './start-import.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The part of the catalog's facade for files of products. */
export function createImports(db: Database, ports: CatalogPorts, media: MediaPorts | null) {
  const all = () => {
    if (!media) throw mediaOff();
    return { ...ports, ...media };
  };
  return {
    /** Keeps an uploaded file; the caller then looks at its preview. Throws what contract-import.ts names. */
    createImport: async (actor: Actor, input: { sellerId: string; fileName: string; body: Readable }) =>
      createImport(db, all(), actor, input),
    importPreview: async (actor: Actor, input: z.output<typeof importPreviewInput>) =>
      previewImport(db, all(), actor, input),
    startImport: async (actor: Actor, input: z.output<typeof startImportInput>) => startImport(db, all(), actor, input),
    repeatImport: async (actor: Actor, input: z.output<typeof repeatImportInput>) =>
      repeatImport(db, all(), actor, input),
    cancelImport: async (actor: Actor, input: z.output<typeof cancelImportInput>) =>
      cancelImport(db, all(), actor, input),
    imports: (actor: Actor, input: z.output<typeof importsInput>) => listImports(db, actor, input),
    import: (actor: Actor, input: z.output<typeof importInput>) => readImport(db, actor, input),
    importErrorFile: async (actor: Actor, input: { sellerId: string; importId: string }) =>
      errorFile(db, all(), actor, input),
    /** For the job: works for a while and says whether there is more; safe to call again after a crash. */
    runImport: async (importId: string, options?: RunOptions) => runImport(db, all(), importId, options),
    failImport: async (importId: string) => failImport(db, all(), importId),

    startExport: (actor: Actor, input: z.output<typeof startExportInput>) => startExport(db, ports, actor, input),
    exports: (actor: Actor, input: z.output<typeof exportsInput>) => listExports(db, actor, input),
    exportFile: async (actor: Actor, input: { sellerId: string; exportId: string }) =>
      exportFile(db, all(), actor, input),
    /** For the job: writes the file; done again it writes the same. */
    runExport: async (exportId: string) => runExport(db, all(), exportId),
    failExport: (exportId: string) => failExport(db, exportId, ports.clock.now()),

    /** Deletes exports of a week ago and imports of a month ago with their files. Answers how many files. */
    async cleanUpFiles(): Promise<number> {
      const now = ports.clock.now().getTime();
      const keys = await forgetOldFiles(db, new Date(now - 7 * dayMs), new Date(now - 30 * dayMs));
      if (keys.length > 0) await all().storage.remove(keys);
      return keys.length;
    },
  };
}
