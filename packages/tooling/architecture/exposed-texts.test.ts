import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sectionsUsed } from './exposed-texts.ts';

const root = path.resolve(import.meta.dirname, '../../..');
interface Config {
  default: { exposes: Record<string, { module: string; texts?: string[] }> };
}

it.each(['home', 'product', 'cart', 'checkout', 'profile'])(
  '%s: each exposed module is sent all the texts that it may ask for',
  async (remote) => {
    const folder = path.join(root, 'apps', remote);
    const { default: config } = (await import(path.join(folder, 'federation.config.mjs'))) as Config;
    const missing = Object.entries(config.exposes).flatMap(([name, { module, texts = [] }]) =>
      [...sectionsUsed(path.join(folder, module))]
        .filter((section) => !texts.includes(section))
        .map((section) => `${name} asks for ${section}`),
    );
    expect(missing).toEqual([]);
  },
);

it('finds what a module asks for, and what the modules it loads ask for', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'exposed-texts-'));
  try {
    writeFileSync(path.join(folder, 'Page.tsx'), "import('./Dialog.tsx');\nconst { page: text, field } = useTexts();");
    writeFileSync(path.join(folder, 'Dialog.tsx'), 'const text = useTexts().dialog;');
    expect([...sectionsUsed(path.join(folder, 'Page.tsx'))].sort()).toEqual(['dialog', 'field', 'page']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
