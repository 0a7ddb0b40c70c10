/** Only a path of this app: an address from outside must not send people elsewhere after they have signed in. */
export function safeCallback(value: string | string[] | undefined): string {
  const wanted = Array.isArray(value) ? value[0] : value;
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/';
  return wanted.startsWith('/sign-in') ? '/' : wanted;
}
