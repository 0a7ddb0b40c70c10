/** No such host can exist (RFC 2606): a link that was not filled in leads nowhere. */
const prefix = 'https://link.invalid/';
const pattern = /https:\/\/link\.invalid\/([0-9a-f-]{36})/g;

/**
 * Stands in a message for a link that only the mail itself may hold: what is stored is the id, and the link is asked for
 * when the message is handed over.
 */
export const secretLink = (id: string): string => `${prefix}${id}`;

/** The texts with their links; null when one of the links does not work any more. */
export async function fillLinks<Texts extends Record<string, string>>(
  texts: Texts,
  resolve: (id: string) => Promise<string | null>,
): Promise<Texts | null> {
  const ids = new Set(Object.values(texts).flatMap((text) => [...text.matchAll(pattern)].map(([, id = '']) => id)));
  const links = new Map<string, string>();
  for (const id of ids) {
    const link = await resolve(id);
    if (!link) return null;
    links.set(id, link);
  }
  const filled = Object.entries(texts).map(([name, text]) => [
    name,
    text.replaceAll(pattern, (whole, id: string) => links.get(id) ?? whole),
  ]);
  return Object.fromEntries(filled) as Texts;
}
