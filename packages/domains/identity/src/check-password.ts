import type { Limits } from './limits.ts';
import { judgePassword, type PasswordVerdict } from './password-policy.ts';

/** The verdict that register would come to, for the meter beside the field. */
export function createCheckPassword(deps: { limits: Limits }) {
  return async (input: {
    password: string;
    email: string;
    name: string;
    address?: string | undefined;
  }): Promise<PasswordVerdict> => {
    await deps.limits.byAddress('check', input.address);
    return judgePassword(input.password, input);
  };
}
