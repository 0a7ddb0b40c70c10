import type { Translation } from '@mallhive/ui/texts';
import type { creditEn } from './en.ts';

export const creditDe: Translation<typeof creditEn> = {
  credit: {
    title: 'Guthaben und Gutscheine',
    own: 'Ihr Guthaben',
    empty: 'Sie haben im Moment kein Guthaben.',
    emptyText:
      'Was Sie als Guthaben zurückbekommen oder erhalten, steht hier. An der Kasse entscheiden Sie, ob Sie damit bezahlen.',
    waits: '{amount} davon sind für eine Bestellung vorgesehen, die auf ihre Zahlung wartet.',
    history: 'Bewegungen',
    balance: 'Danach {amount}',
    check: 'Was ist noch auf einem Gutschein?',
    checkLead: 'Geben Sie den Code eines Gutscheins ein, um zu sehen, was noch darauf ist.',
    code: 'Gutscheincode',
    ask: 'Nachsehen',
    missing: 'Bitte geben Sie den Code ein.',
    unknown: 'Diesen Code kennen wir nicht, oder der Gutschein ist nicht mehr gültig. Bitte prüfen Sie ihn.',
    tooMany: 'Zu viele Versuche. Bitte warten Sie einige Minuten.',
    example: 'XXXX-XXXX-XXXX-XXXX-XXXX',
    failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    worth: 'Auf dem Gutschein mit der Endung {last4} sind noch {amount}.',
    until: 'Er gilt bis {day}.',
    kinds: {
      issue: 'Sie haben Guthaben erhalten',
      spend: 'Für eine Bestellung verwendet',
      refund: 'Zurück aus einer Bestellung',
      expire: 'Abgelaufen',
      forfeit: 'Beendet',
    },
  },
  creditParts: {
    gift: 'Gutschein …{last4}: {amount}',
    credit: 'Guthaben: {amount}',
  },
};
