import type { CartKey } from './owner.ts';

const cartsRemembered = 5_000;
const linesRemembered = 30;

/**
 * What a cart held when this process last wrote to it, so that the next write asks the catalog once and not once
 * before and once after. Only a guess of what to ask for: a cart that another process changed costs a second question.
 */
export class LinesHint {
  readonly #variants = new Map<string, readonly string[]>();

  of(key: CartKey): readonly string[] {
    return this.#variants.get(nameOf(key)) ?? [];
  }

  remember(key: CartKey, variantIds: readonly string[]): void {
    const name = nameOf(key);
    // The newest stands last, the first is forgotten.
    this.#variants.delete(name);
    if (variantIds.length === 0) return;
    this.#variants.set(name, variantIds.slice(-linesRemembered));
    if (this.#variants.size <= cartsRemembered) return;
    for (const oldest of this.#variants.keys()) {
      this.#variants.delete(oldest);
      break;
    }
  }
}

const nameOf = ({ userId, tokenHash }: CartKey): string => userId ?? tokenHash ?? '';
