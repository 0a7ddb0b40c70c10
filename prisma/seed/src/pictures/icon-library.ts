import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the pictures' objects come from: SVG by name. */
export interface IconLibrary {
  svg(name: string): Promise<string | null>;
}

/** Wraps the inner markup of a 32 × 32 icon as a document of its own. */
export function iconDocument(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 32">${body}</svg>`;
}

interface IconifySet {
  icons: Record<string, { body: string } | undefined>;
}

/** Reads the whole icon set of the npm package (about a second); the seed copies the few that the shop uses to the media folder. */
export function loadIconPackage(): IconLibrary {
  const file = fileURLToPath(import.meta.resolve('@iconify-json/fluent-emoji/icons.json'));
  const set = JSON.parse(readFileSync(file, 'utf8')) as IconifySet;
  return {
    svg: async (name) => {
      const icon = set.icons[name];
      return icon ? iconDocument(icon.body) : null;
    },
  };
}
