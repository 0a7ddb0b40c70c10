/**
 * What `signIn(…, { redirect: false })` of next-auth/react says when it did not work, in words of ours. NextAuth hands on
 * one string; `writeSignInError` makes it on the server, `readSignInError` reads it in the page.
 */
export type SignInError =
  | { kind: 'wrong' }
  /** Ask for a code, then `signIn('credentials', { challenge, code, redirect: false })`. */
  | { kind: 'second_factor'; challenge: string }
  | { kind: 'code_invalid' }
  /** The first step is too long ago: back to e-mail and password. */
  | { kind: 'challenge_invalid' }
  | { kind: 'too_many_requests'; retryAfterSeconds: number }
  /** The shop cannot be asked just now. */
  | { kind: 'failed' };

export function writeSignInError(error: SignInError): string {
  if (error.kind === 'second_factor') return `second_factor ${error.challenge}`;
  if (error.kind === 'too_many_requests') return `too_many_requests ${error.retryAfterSeconds}`;
  return error.kind;
}

export function readSignInError(text: string | null | undefined): SignInError {
  const [kind, value = ''] = (text ?? '').split(' ');
  if (kind === 'second_factor') return { kind, challenge: value };
  if (kind === 'too_many_requests') return { kind, retryAfterSeconds: Number(value) || 60 };
  if (kind === 'code_invalid' || kind === 'challenge_invalid') return { kind };
  return { kind: kind === 'wrong' || kind === 'CredentialsSignin' ? 'wrong' : 'failed' };
}

/** `?error=` of the sign-in page after an outside issuer. Other values are NextAuth's own: something went wrong there. */
export const externalRefusals = ['email_unverified', 'link_first', 'linked_elsewhere', 'disabled'] as const;
