import { join } from 'node:path';

/** The longest path of a socket that every system takes (macOS: 104 bytes with the final zero). */
const longestSocketPath = 103;

/**
 * The address of an embedded server. Where there are Unix sockets the driver is told to use the one in the data folder,
 * which costs both sides half the CPU of a TCP connection; host and port stay in the address for tools that know no better.
 */
export function embeddedUrl(options: { dataDir: string; port: number; password: string; database: string }): string {
  const { dataDir, port, password, database } = options;
  const url = new URL(`postgresql://mallhive:${password}@127.0.0.1:${port}/${database}`);
  const socket = join(dataDir, `.s.PGSQL.${port}`);
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= longestSocketPath) {
    url.searchParams.set('host', dataDir);
  }
  return url.href;
}
