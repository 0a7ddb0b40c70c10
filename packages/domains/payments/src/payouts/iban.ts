/** Without spaces, in capitals. */
export const normaliseIban = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

/** Form and check digits (ISO 13616): the number, rearranged and read as digits, leaves 1 when divided by 97. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** What may be shown of an account: `DE •••• 3000`. */
export const maskIban = (iban: string): string => `${iban.slice(0, 2)} •••• ${iban.slice(-4)}`;
export const maskAccount = (account: string): string => `•••• ${account.slice(-4)}`;
