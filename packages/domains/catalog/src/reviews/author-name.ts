/** What readers see of a name: `Ada Byron` is `Ada B.`; the whole name is nobody's business. */
export function authorName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  const shown = last ? `${first} ${[...last][0] ?? ''}.` : first;
  return shown.slice(0, 60) || 'Customer';
}

/** In place of the name of somebody who was erased. */
export const formerCustomer = 'Former customer';
