import type { Refusal } from '@mallhive/api-client';

/** How long to wait, in whole minutes. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

/** The same of a refusal `too_many_requests`. */
export const waitMinutes = ({ details }: Refusal): number => minutesOf(Number(details.retryAfterSeconds) || 60);

/** What is wrong with a new password that was refused; undefined when something else is. */
export const passwordProblem = (refusal: Refusal | null, problems: Readonly<Record<string, string>>) =>
  refusal?.reason === 'password_weak' ? problems[String(refusal.details.problem)] : undefined;
