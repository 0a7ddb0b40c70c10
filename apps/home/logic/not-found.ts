/** Whether the API answered that there is no such thing, as opposed to not answering. */
export function isNotFound(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('data' in error)) return false;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'code' in data && data.code === 'NOT_FOUND';
}
