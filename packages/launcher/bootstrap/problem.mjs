/** Something the person at the keyboard can mend: what went wrong, and what to do. Thrown by every step of the launcher. */
export class Problem extends Error {
  /**
   * @param {string} message what went wrong
   * @param {string} remedy what to do now
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'Problem';
    this.remedy = remedy;
  }
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|network (request|error)|error sending request|dns error/i;
const diskFull = /ENOSPC|EDQUOT|no space left on device/i;
const afterDiskFull = 'Free at least 3 GB and run the same command again; nothing has to be undone.';

/**
 * What to show of anything thrown: faults that the person at the keyboard can mend become Problems.
 * @param {unknown} error
 */
export function asProblem(error) {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return diskFull.test(code) ? new Problem(`The disk is full (${error.message}).`, afterDiskFull) : error;
}

/**
 * Turns the output of a failed tool into a Problem that says what to do.
 * @param {string} what the step, as a sentence start: `Installing dependencies`
 * @param {string} output everything the tool printed
 * @param {string} [logFile] where the whole output is kept
 */
export function explain(what, output, logFile) {
  if (diskFull.test(output)) return new Problem(`${what} failed: the disk is full.`, afterDiskFull);
  if (unreachable.test(output)) {
    return new Problem(
      `${what} failed: the npm registry cannot be reached.`,
      'Check the network, the proxy (HTTPS_PROXY) and `npm config get registry`, then run the same command again; it goes on where it stopped.',
    );
  }
  const tail = output.trimEnd().split('\n').slice(-25).join('\n');
  return new Problem(
    `${what} failed.\n\n${tail}`,
    logFile ? `The whole output is in ${logFile}.` : 'The lines above are the last ones the tool printed.',
  );
}
