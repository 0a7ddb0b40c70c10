/** Where sellers may be. Names come from the browser. */
const codes = 'GB IE DE FR AT CH NL BE LU ES IT PT DK SE NO FI PL CZ US CA JP AE SA EG MA'.split(' ');

export function countryName(code: string): string {
  // Orders from elsewhere may lack one.
  return code && (new Intl.DisplayNames('en-GB', { type: 'region' }).of(code) ?? code);
}

export const countries: { value: string; label: string }[] = codes.map((value) => ({
  value,
  label: countryName(value),
}));
