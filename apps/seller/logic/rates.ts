/** A decimal number above 0, as the server takes it. */
export const isRate = (text: string): boolean => /^\d{1,8}(\.\d{1,8})?$/.test(text.trim()) && Number(text) > 0;

/** Of the new against the old, whole per cent. */
export const changePercentOf = (before: string, after: string): number =>
  Math.round((Number(after) / Number(before) - 1) * 100);
