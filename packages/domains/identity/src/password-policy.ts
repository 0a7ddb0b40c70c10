import type { passwordProblems } from './contract-security.ts';
import { passwordWeak } from './errors.ts';

export type PasswordProblem = (typeof passwordProblems)[number];

export interface PasswordVerdict {
  /** 0 (guessed at once) to 4 (strong). */
  score: number;
  problem: PasswordProblem | null;
}

const minimumLength = 10;
/** About 10^8 guesses: more than limits and argon2 ever allow somebody to make. */
const minimumScore = 3;

/** CommonJS: in the API's bundle its names are found in `default` alone. */
const namesOf = <Module extends object>(module: Module): Module =>
  'default' in module ? (module.default as Module) : module;

/** Dictionaries of a few megabytes: loaded with the first password that is to be judged. */
async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core').then(namesOf),
    import('@zxcvbn-ts/language-common').then(namesOf),
    import('@zxcvbn-ts/language-en').then(namesOf),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary };
  const judge = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });
  const leaked = new Set(Object.values(common.dictionary).flatMap((words) => (Array.isArray(words) ? words : [])));
  return { judge, leaked };
}
let loading: ReturnType<typeof load> | undefined;

/** Judges by what ships with the shop: leaked passwords, words, names, keyboards, dates, and the person's own name and address. */
export async function judgePassword(
  password: string,
  person: { email: string; name: string },
): Promise<PasswordVerdict> {
  loading ??= load();
  const { judge, leaked } = await loading;
  const plain = password.normalize('NFKC');
  const own = [person.email, ...person.email.split(/[@.]/), person.name, ...person.name.split(/\s+/), 'mallhive'];
  const { score } = judge.check(
    plain,
    own.filter((word) => word.length > 2),
  );
  if (plain.length < minimumLength) return { score: Math.min(score, 1), problem: 'too_short' };
  if (leaked.has(plain.toLowerCase())) return { score: 0, problem: 'breached' };
  if (score >= minimumScore) return { score, problem: null };
  return { score, problem: judge.check(plain).score >= minimumScore ? 'too_personal' : 'too_guessable' };
}

/** Throws `password_weak`. */
export async function demandStrongPassword(password: string, person: { email: string; name: string }): Promise<void> {
  const { problem } = await judgePassword(password, person);
  if (problem) throw passwordWeak(problem);
}
