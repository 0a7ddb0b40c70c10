import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const apps = join(import.meta.dirname, '../..');
const remotes = ['home', 'product', 'cart', 'checkout', 'profile'];

/** Names in `import { a, b as c } from 'module'`, types left out. */
function importedNames(source: string, module: string): string[] {
  const pattern = new RegExp(`import\\s+(?!type)([^;]*?)\\s+from\\s+'${module}'`, 'g');
  return [...source.matchAll(pattern)].flatMap(([, what = '']) =>
    what.startsWith('{')
      ? what
          .slice(1, -1)
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith('type '))
          .map((name) => name.split(/\s+as\s+/)[0] ?? name)
      : [what],
  );
}

describe('what the shell shares', () => {
  it('covers all that the exposed modules of the remotes import', async () => {
    const shared = await readFile(join(import.meta.dirname, 'shared.ts'), 'utf8');
    const missing: string[] = [];
    for (const remote of remotes) {
      const entries = await readdir(join(apps, remote), { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        const file = join(entry.parentPath, entry.name);
        const own = /\.tsx?$/.test(file) && !/node_modules|[\\/]\.next|[\\/]dist[\\/]|[\\/]pages[\\/]/.test(file);
        if (!entry.isFile() || !own) continue;
        const source = await readFile(file, 'utf8');
        for (const module of ['@tanstack/react-query', '@mallhive/api-client']) {
          for (const name of importedNames(source, module)) {
            if (!importedNames(shared, module).includes(name)) missing.push(`${file}: ${name}`);
          }
        }
      }
    }
    expect(missing).toEqual([]);
  });
});
