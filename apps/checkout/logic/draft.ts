import type { Address, Placed } from '../types.ts';

/** What survives a reload and the trip to the second step, in this tab only. Never a card. */
export interface Draft {
  checkoutId: string;
  email: string;
  address: Address;
  placed: Placed | null;
  /** The way to pay that was chosen. */
  method?: string;
}

export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const key = 'mallhive-checkout';
const doneKey = 'mallhive-checkout-done';
const version = 1;

/** Storage may be full, blocked or hold something old: the checkout must work all the same. */
export function saveDraft(storage: DraftStorage, draft: Draft): void {
  try {
    storage.setItem(key, JSON.stringify({ version, ...draft }));
  } catch {
    // Private mode or a full quota: a reload then starts from an empty form.
  }
}

export function readDraft(storage: DraftStorage): Draft | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

export function clearDraft(storage: DraftStorage): void {
  try {
    storage.removeItem(key);
  } catch {
    // Nothing to clear where nothing can be stored.
  }
}

/** After an order: the page that the second step came back to may be reached again with the back button. */
export function rememberDone(storage: DraftStorage): void {
  try {
    storage.setItem(doneKey, '1');
  } catch {
    // The shopper is then told to look the order up, which is right as well.
  }
}

export function wasDone(storage: DraftStorage): boolean {
  try {
    return storage.getItem(doneKey) === '1';
  } catch {
    return false;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Draft> & { version?: unknown };
  return (
    draft.version === version &&
    typeof draft.checkoutId === 'string' &&
    typeof draft.email === 'string' &&
    typeof draft.address === 'object' &&
    draft.address !== null &&
    (draft.placed === null || typeof draft.placed?.payment?.clientSecret === 'string')
  );
}
