import { type Answer, refusal } from './answers.ts';

/**
 * `PayPal-Request-Id`: the same id at the same address is the same request. What succeeded is answered again as it stands
 * now; what failed may be tried again; while the first is still being dealt with, its twin is refused.
 */
export function createRequests() {
  const known = new Map<string, (() => Answer) | 'in progress'>();

  return async (address: string, requestId: string | undefined, act: () => Promise<() => Answer>): Promise<Answer> => {
    if (!requestId) return (await act())();
    const key = `${address} ${requestId}`;
    const before = known.get(key);
    if (before === 'in progress') throw refusal(409, 'PREVIOUS_REQUEST_IN_PROGRESS');
    if (before) return { ...before(), status: 200 };
    known.set(key, 'in progress');
    try {
      const answer = await act();
      known.set(key, answer);
      return answer();
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
}
