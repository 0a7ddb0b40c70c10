const key = 'mh-visitor';

/** A random UUID also where `crypto.randomUUID` is missing: pages served over plain HTTP to another machine. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A random name for this browser, kept in it, so that views can be counted without knowing anybody. */
export function visitorId(storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  try {
    const known = storage.getItem(key);
    if (known) return known;
    const fresh = randomId();
    storage.setItem(key, fresh);
    return fresh;
  } catch {
    return randomId();
  }
}
