import { spawn } from 'node:child_process';

/** Opens the shop where somebody sits at a terminal; never in CI. `BROWSER=none` prevents it. */
export function openBrowser(url: string): void {
  if (!process.stdout.isTTY || process.env.CI || process.env.BROWSER === 'none') return;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // no desktop: the address stands in the terminal
  child.unref();
}
