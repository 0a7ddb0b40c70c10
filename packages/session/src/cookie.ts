/** NextAuth's own names: the prefix makes browsers refuse the cookie over plain HTTP. */
export const sessionCookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const;

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}

/** The value of one cookie of a Cookie header. */
export const cookieIn = (cookieHeader: string, name: string): string | undefined =>
  parseCookies(cookieHeader).get(name);

/** The session token in a Cookie header. NextAuth cuts a long one into `name.0`, `name.1`, … */
export function sessionTokenIn(cookieHeader: string): string | null {
  if (!cookieHeader.includes('next-auth.session-token')) return null;
  const cookies = parseCookies(cookieHeader);
  for (const name of sessionCookieNames) {
    const whole = cookies.get(name);
    if (whole) return whole;
    let joined = '';
    for (let index = 0; cookies.has(`${name}.${index}`); index += 1) joined += cookies.get(`${name}.${index}`);
    if (joined) return joined;
  }
  return null;
}
