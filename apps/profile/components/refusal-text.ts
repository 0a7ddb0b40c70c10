import { refusalOf } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useTexts } from '../texts.ts';

/** Says in words why the API refused a change of the account. */
export function useRefusalText(): (error: unknown) => string {
  const { security } = useTexts();
  const { say } = useI18n();
  return (error) => {
    const refusal = refusalOf(error);
    const problems: Readonly<Record<string, string>> = security.strength.problems;
    switch (refusal?.reason) {
      case 'too_many_requests': {
        const minutes = Math.ceil((Number(refusal.details.retryAfterSeconds) || 60) / 60);
        return say(security.wait, { count: Math.max(1, minutes) });
      }
      case 'password_weak':
        return problems[String(refusal.details.problem)] ?? security.failed;
      case 'invalid_credentials':
        return security.password.wrong;
      case 'code_invalid':
        return security.factor.wrong;
      case 'last_sign_in_method':
        return security.linked.last;
      default:
        return security.failed;
    }
  };
}
