import type { Translation } from '@mallhive/ui/texts';
import type { giftCardsEn } from './en.ts';

export const giftCardsDe: Translation<typeof giftCardsEn> = {
  title: 'Ich habe einen Gutschein',
  label: 'Gutscheincode',
  add: 'Hinzufügen',
  example: 'XXXX-XXXX-XXXX-XXXX-XXXX',
  missing: 'Bitte geben Sie den Code Ihres Gutscheins ein.',
  unknown: 'Diesen Code kennen wir nicht, oder der Gutschein ist nicht mehr gültig. Bitte prüfen Sie ihn.',
  already: 'Dieser Gutschein wird hier schon verwendet.',
  empty: 'Auf diesem Gutschein ist nichts mehr übrig.',
  currency: 'Dieser Gutschein ist in {currency}. Eine Bestellung in anderer Währung kann er nicht bezahlen.',
  tooMany: 'Zu viele Versuche. Bitte warten Sie einige Minuten.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  useCredit: 'Mein Guthaben verwenden ({amount})',
  card: 'Gutschein mit der Endung {last4}',
  credit: 'Mein Guthaben',
  remove: 'Entfernen',
  removeCard: 'Gutschein mit der Endung {last4} entfernen',
  stays: '{amount} bleiben auf dem Gutschein.',
  rest: 'Noch zu zahlen',
  covered: 'Damit ist alles bezahlt. Es bleibt nichts zu zahlen.',
  added: 'Gutschein hinzugefügt.',
  restored: 'Gutscheine und Guthaben bezahlen {amount} dieser Bestellung.',
  place: 'Jetzt bestellen',
  changedTitle: 'Ein Guthaben hat sich geändert',
  changed:
    'Auf einem Gutschein oder Ihrem Guthaben ist weniger als vorher. Bitte sehen Sie es noch einmal an und fahren Sie dann fort.',
  giftPaid: 'Gutschein …{last4}',
  creditPaid: 'Guthaben',
};
