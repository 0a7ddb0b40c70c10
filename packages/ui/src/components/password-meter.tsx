import { useEffect, useState } from 'react';

type PasswordVerdict = { score: number; problem: string | null };
export type PasswordWords = {
  label: string;
  /** From guessed at once to strong. */
  scores: readonly string[];
  /** What is wrong and how to put it right. */
  problems: Readonly<Record<string, string>>;
};
type PasswordMeterProps = {
  password: string;
  /** Asked a moment after the last key; a failure shows nothing. */
  check: (password: string) => Promise<PasswordVerdict>;
  text: PasswordWords;
};

/** How good a new password is, said while it is typed. */
export function PasswordMeter({ password, check, text }: PasswordMeterProps) {
  const [verdict, setVerdict] = useState<(PasswordVerdict & { of: string }) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function is no reason to ask again.
  useEffect(() => {
    if (!password) return setVerdict(null);
    let stale = false;
    const timer = setTimeout(() => {
      check(password).then(
        (found) => stale || setVerdict({ ...found, of: password }),
        () => stale || setVerdict(null),
      );
    }, 300);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [password]);
  const shown = password ? verdict : null;
  const score = shown?.problem ? Math.min(shown.score, 1) : (shown?.score ?? 0);
  const words = shown ? ((shown.problem && text.problems[shown.problem]) ?? text.scores[shown.score]) : '';
  return (
    <div className="mh-strength" data-score={shown ? score : undefined}>
      <span aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      <p role="status" aria-label={text.label}>
        {words}
      </p>
    </div>
  );
}
