interface Visit {
  visitorId: string;
  /** Where it came from: the other page's host, and what the address said of a campaign. */
  referrer: string;
  campaign: string;
}

const key = 'mallhive-visit';
/** After so much quiet the next page is another visit. */
const quietMs = 30 * 60_000;

/** Ids that sort by time, as the API makes them (UUID version 7). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(time / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function came(): Omit<Visit, 'visitorId'> {
  const host = document.referrer ? new URL(document.referrer).host : '';
  const search = new URLSearchParams(location.search);
  return {
    referrer: host === location.host ? '' : host.slice(0, 200),
    campaign: (search.get('utm_medium') ?? search.get('utm_source') ?? '').slice(0, 80),
  };
}

/** Of the first page, before the visitor goes on. */
const arrival = came();

/** Only with consent: the visit that goes on, or another one. */
export function visit(): Visit {
  try {
    const { last, ...known } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Visit & { last: number }>;
    const now = Date.now();
    const going = known.visitorId !== undefined && now - (last ?? 0) < quietMs;
    const current = going ? (known as Visit) : { visitorId: newId(), ...arrival };
    localStorage.setItem(key, JSON.stringify({ ...current, last: now }));
    return current;
  } catch {
    return { visitorId: newId(), ...arrival };
  }
}

export function endVisit(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then there is none.
  }
}
