export interface LookUpFields {
  number: string;
  email: string;
}
export type LookUpProblem = 'numberMissing' | 'numberInvalid' | 'emailMissing' | 'emailInvalid';

/** `mh 7k2m9qxt`, `7K2M9QXT` and `MH-7K2M9QXT` are the same order; people type what they read. */
export function tidyOrderNumber(value: string): string {
  const compact = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const bare = compact.startsWith('MH') ? compact.slice(2) : compact;
  return bare === '' ? '' : `MH-${bare}`;
}

export function lookUpProblems(fields: LookUpFields): Partial<Record<keyof LookUpFields, LookUpProblem>> {
  const problems: Partial<Record<keyof LookUpFields, LookUpProblem>> = {};
  const number = tidyOrderNumber(fields.number);
  if (number === '') problems.number = 'numberMissing';
  else if (number.length < 4 || number.length > 32) problems.number = 'numberInvalid';
  const email = fields.email.trim();
  if (email === '') problems.email = 'emailMissing';
  else if (email.length > 254 || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) problems.email = 'emailInvalid';
  return problems;
}
