import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { collectExport } from './collect-export.ts';
import { erasePerson } from './erase-person.ts';
import { sweepPersonalData } from './sweep-personal-data.ts';

/** A person's right to a copy of what the shop knows of them, and to be forgotten. */
const functions = [collectExport, erasePerson, sweepPersonalData];

export function createPersonalDataFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
