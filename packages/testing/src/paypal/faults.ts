import { refusal } from './answers.ts';

export interface Fault {
  /** Part of `POST /v2/checkout/orders`. */
  match: string;
  /**
   * `error` 500 and nothing done; `rate_limit` 429 and nothing done; `slow` done after `delayMs`;
   * `lost_answer` done, but the answer never arrives; `lost_request` nothing done and no answer.
   */
  kind: 'error' | 'rate_limit' | 'slow' | 'lost_answer' | 'lost_request';
  /** How many requests it hits. */
  times: number;
  delayMs?: number;
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** What goes wrong, and when. */
export function createFaults() {
  const faults: Fault[] = [];

  return {
    add: (fault: Fault): void => void faults.push({ ...fault }),
    clear: (): void => void faults.splice(0),

    /** Before a request is looked at. Answers what has to go wrong with its answer. */
    async before(request: string): Promise<'lost_answer' | 'lost_request' | null> {
      const fault = faults.find(({ match, times }) => times > 0 && request.includes(match));
      if (!fault) return null;
      fault.times--;
      if (fault.kind === 'error') throw refusal(500);
      if (fault.kind === 'rate_limit') throw refusal(429);
      if (fault.delayMs) await after(fault.delayMs);
      return fault.kind === 'slow' ? null : fault.kind;
    },
  };
}
