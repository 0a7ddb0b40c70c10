import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Figure } from './figures.ts';
import { launchOptions } from './launch-options.ts';
import { compare } from './load.ts';
import type { BenchShop } from './shop.ts';

/** Runs the Next.js of this workspace without anything of ours around it. */
function next(root: string, folder: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'packages/federation/node_modules/next/dist/bin/next'), ...args], {
    cwd: folder,
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** A bare Next.js Pages app that serves the markup of our product page; its folder lies in the workspace so that it resolves the same Next and React. */
async function startBareNext(shop: BenchShop, html: string): Promise<{ url: string; process: ChildProcess }> {
  const folder = path.join(shop.root, 'packages/federation/.bare-next');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'bare-next'), folder, { recursive: true });
  const file = path.join(shop.folder, 'product.html');
  writeFileSync(file, html);
  const build = next(shop.root, folder, ['build', '--webpack'], { BARE_HTML: file });
  const code = await new Promise((resolve) => build.once('close', resolve));
  if (code !== 0) throw new Error('The bare Next.js app did not build');
  const port = String(Number(new URL(shop.shell).port) + 30);
  const child = next(shop.root, folder, ['start', '-p', port, '-H', '127.0.0.1'], { BARE_HTML: file });
  const url = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return { url, process: child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The bare Next.js app did not start');
}

/** Bytes of gzip of every script that a page loads by itself until it is quiet. */
async function scriptBytes(url: string): Promise<number> {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const bodies: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || !response.ok()) return;
      bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
  }
}

/** The cached product page against a bare Next.js app with the same markup, in speed and in script. */
export async function webFigures(shop: BenchShop): Promise<Figure[]> {
  const listed = await fetch(`${shop.api}/api/trpc/catalog.products?input=${encodeURIComponent('{"limit":1}')}`);
  const { result } = (await listed.json()) as { result: { data: { items: { slug: string }[] } } };
  const url = `${shop.shell}/p/${result.data.items[0]?.slug}`;
  const html = await (await fetch(url)).text();
  const bare = await startBareNext(shop, html.slice(html.indexOf('<body'), html.indexOf('<script id="__NEXT_DATA__"')));
  try {
    const best = await compare(url, bare.url, { seconds: 8, connections: 16, rounds: 3 });
    const [ours, theirs] = [await scriptBytes(url), await scriptBytes(bare.url)];
    return [
      {
        name: 'cached product page, requests/s',
        value: best.ours,
        unit: '/s',
        reference: { name: 'bare Next.js Pages app', value: best.theirs },
        target: { atLeast: 0.8 },
      },
      {
        name: 'script of the product page, gzip',
        value: ours / 1000,
        unit: 'kB',
        reference: { name: 'bare Next.js Pages app', value: theirs / 1000 },
        target: { atMost: 2 },
      },
    ];
  } finally {
    bare.process.kill();
    rmSync(path.join(shop.root, 'packages/federation/.bare-next'), { recursive: true, force: true });
  }
}
