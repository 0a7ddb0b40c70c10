import { afterSaleDe } from './after-sale/de.ts';
import type { Words } from './en.ts';
import { giftCardsDe } from './gift-cards/de.ts';
import { shoppingDe } from './shopping/de.ts';

export const de: Words = {
  hello: (name) => (name ? `Hallo ${name},` : 'Hallo,'),
  unsubscribe: 'Keine E-Mails dieser Art mehr',
  settings: 'Alle Einstellungen für Nachrichten',

  account: {
    because: 'Sie erhalten dies, weil es bei MallHive ein Konto mit dieser Adresse gibt.',
    ignore: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne diesen Link ändert sich nichts.',
    verify: {
      subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      preview: 'Ein Klick, und Ihr Konto ist vollständig.',
      heading: 'Ist das Ihre Adresse?',
      text: 'Bitte zeigen Sie uns, dass diese Adresse Ihnen gehört. Der Link gilt drei Tage. Wenn Sie kein Konto angelegt haben, beachten Sie diese E-Mail nicht.',
      action: 'Adresse bestätigen',
    },
    repeated: {
      subject: 'Sie haben schon ein Konto',
      preview: 'Jemand wollte mit Ihrer Adresse noch eines anlegen.',
      text: 'Jemand, wahrscheinlich Sie, wollte mit dieser Adresse ein Konto anlegen. Es gibt schon eines, und es ist unverändert.',
      forgotten: (url) => `Falls Sie Ihr Passwort nicht mehr wissen, können Sie ein neues wählen: ${url}`,
      action: 'Anmelden',
    },
    reset: {
      subject: 'Wählen Sie ein neues Passwort',
      preview: 'Der Link gilt eine Stunde.',
      text: 'Mit diesem Link wählen Sie ein neues Passwort. Er gilt einmal und eine Stunde lang.',
    },
    confirm: {
      subject: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
      preview: 'Danach gehört Ihr Konto zu dieser Adresse.',
      heading: 'Ab jetzt diese Adresse verwenden?',
      text: 'Jemand, wahrscheinlich Sie, möchte diese Adresse für ein Konto bei MallHive verwenden. Der Link gilt einen Tag.',
      action: 'Adresse bestätigen',
      because: 'Sie erhalten dies, weil jemand bei MallHive diese Adresse angegeben hat.',
    },
    moved: {
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      preview: 'Ihr Konto hat jetzt eine andere Adresse.',
      text: 'Ihr Konto bei MallHive hat jetzt eine andere E-Mail-Adresse; mit dieser kommt man nicht mehr hinein. Wenn Sie das nicht waren, sagen Sie uns bitte sofort Bescheid.',
      action: 'Das war ich nicht',
    },
    security: {
      subject: 'An Ihrer Anmeldung hat sich etwas geändert',
      heading: 'Eine Änderung an Ihrem Konto',
      changes: {
        password_changed: 'Ihr Passwort wurde geändert. Auf anderen Geräten muss man sich neu anmelden.',
        password_reset:
          'Ihr Passwort wurde über den Link in einer E-Mail neu gesetzt. Auf allen Geräten muss man sich neu anmelden.',
        second_factor_on:
          'Die Anmeldung in zwei Schritten wurde eingeschaltet. Ab jetzt wird ein Code Ihrer Authentifizierungs-App gebraucht.',
        second_factor_off: 'Die Anmeldung in zwei Schritten wurde ausgeschaltet. Jetzt genügt wieder Ihr Passwort.',
        recovery_codes_renewed: 'Es gibt neue Wiederherstellungscodes. Die alten gelten nicht mehr.',
        recovery_code_used:
          'Statt eines Codes Ihrer Authentifizierungs-App wurde ein Wiederherstellungscode benutzt. Er gilt nicht noch einmal.',
        account_linked:
          'Ein Konto eines anderen Dienstes wurde mit Ihrem verknüpft und kann jetzt zur Anmeldung dienen',
        account_unlinked:
          'Die Verknüpfung mit dem Konto eines anderen Dienstes wurde gelöst; es dient nicht mehr zur Anmeldung',
        tokens_reused:
          'Ein Schlüssel einer App mit Zugriff auf Ihr Konto wurde zweimal benutzt. Vorsichtshalber haben wir den Zugriff beendet.',
      },
      organisation: 'Ihre Organisation',
      notYou:
        'Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort und sehen Sie nach, welche Geräte angemeldet sind.',
      when: 'Wann',
      action: 'Mein Konto ansehen',
    },
    welcome: {
      subject: 'Willkommen bei MallHive',
      preview: 'Ihr Konto ist fertig.',
      text: 'Ihr Konto ist fertig. Ihre Bestellungen, Adressen und Ihr Warenkorb sind auf jedem Gerät dabei.',
      action: 'Umsehen',
      because:
        'Sie erhalten dies, weil jemand mit dieser Adresse ein Konto bei MallHive angelegt hat. Wenn Sie das nicht waren, antworten Sie einfach.',
    },
  },

  invitation: {
    subject: (shop) => `${shop} lädt Sie ins Team ein`,
    preview: (shop) => `Machen Sie mit bei ${shop} auf MallHive.`,
    heading: (shop) => `Machen Sie mit bei ${shop}`,
    roles: {
      owner: 'als Inhaberin oder Inhaber',
      manager: 'für die Leitung',
      fulfilment: 'zum Packen und Verschicken',
    },
    text: (shop, role, days) =>
      `${shop} verkauft auf MallHive und hätte Sie gern im Team, ${role}. Der Link gilt ${days} Tage und nur mit dieser E-Mail-Adresse.`,
    action: 'Einladung ansehen',
    because: 'Sie kennen den Laden nicht? Dann brauchen Sie nichts zu tun.',
  },

  data: {
    because:
      'Sie erhalten dies wegen Ihres Kontos bei MallHive. Das waren Sie nicht? Dann ändern Sie Ihr Passwort und antworten Sie uns.',
    ready: {
      subject: 'Ihre Daten stehen zum Herunterladen bereit',
      preview: (day) => `Bis zum ${day}.`,
      heading: 'Ihre Daten stehen bereit',
      text: (day) =>
        `Alles, was wir über Sie wissen, steht in einer Datei. Sie können sie bis zum ${day} herunterladen, wenn Sie angemeldet sind.`,
      action: 'Zum Herunterladen',
    },
    planned: {
      subject: 'Ihr Konto wird gelöscht',
      preview: (day) => `Am ${day}, wenn Sie es sich nicht anders überlegen.`,
      text: (day) =>
        `Wie gewünscht löschen wir Ihr Konto am ${day}: Adressen, Listen und alles, was Ihren Namen trägt. Was Sie gekauft haben, bleibt ohne Ihren Namen in unseren Büchern, wie das Gesetz es verlangt.`,
      until: 'Bis dahin können Sie es sich mit einem Klick anders überlegen.',
      action: 'Konto behalten',
    },
    erased: {
      subject: 'Ihr Konto ist gelöscht',
      preview: 'Auf Wiedersehen und vielen Dank.',
      text: 'Ihr Konto und alles, was wir über Sie wussten, ist gelöscht. Danke, dass Sie hier waren.',
      action: 'Zum Laden',
      because: 'Das ist die letzte Nachricht, die Sie von uns erhalten.',
    },
  },

  order: {
    because: 'Sie erhalten dies wegen einer Bestellung bei MallHive. Antworten Sie einfach, wenn etwas nicht stimmt.',
    quantity: (count) => `Menge ${count}`,
    see: 'Bestellung ansehen',
    confirmed: {
      subject: (number) => `Ihre Bestellung ${number}`,
      preview: (total) => `Vielen Dank. Ihre Zahlung über ${total} ist da.`,
      heading: 'Vielen Dank für Ihre Bestellung',
      coming: (parcels) =>
        parcels === 1 ? 'Sie kommt in einem Paket' : `Sie kommt in ${parcels} Paketen von ${parcels} Läden`,
      text: (number, coming) =>
        `Ihre Zahlung ist da, und die Bestellung ${number} wird gepackt. ${coming}; wir melden uns wieder, wenn etwas unterwegs ist.`,
      goods: 'Waren',
      delivery: 'Versand',
      discount: 'Rabatt',
      tax: 'Enthaltene Mehrwertsteuer',
      taxOnTop: 'zzgl. Steuer',
      total: 'Summe',
    },
    shipped: {
      subject: (number) => `Unterwegs: ein Paket Ihrer Bestellung ${number}`,
      preview: (seller, carrier) => `${seller} hat es mit ${carrier} verschickt.`,
      heading: 'Ihr Paket ist unterwegs',
      text: (seller, number, carrier) => `${seller} hat ein Paket der Bestellung ${number} an ${carrier} übergeben.`,
      carrier: 'Versand mit',
      tracking: 'Sendungsnummer',
      track: 'Sendung verfolgen',
    },
    cancelled: {
      subject: (number) => `Ihre Bestellung ${number} wurde storniert`,
      heading: 'Ihre Bestellung wurde storniert',
      text: (number) => `Die Bestellung ${number} wurde storniert.`,
      reasons: {
        expired: 'Die Zahlung kam nicht rechtzeitig an, deshalb sind die Artikel wieder im Regal.',
        payment_failed: 'Die Zahlung hat nicht geklappt, deshalb sind die Artikel wieder im Regal.',
        stock_lost: 'Als Ihre Zahlung ankam, waren die letzten Stücke schon verkauft. Das tut uns leid.',
      },
      refunded: 'Was Sie bezahlt haben, ist auf dem Weg zurück zu Ihnen.',
      notCharged: 'Es wurde nichts abgebucht.',
      action: 'Zurück zum Laden',
    },
  },

  afterSale: afterSaleDe,
  giftCards: giftCardsDe,
  shopping: shoppingDe,

  review: {
    subject: 'Wie gefällt Ihnen, was Sie gekauft haben?',
    preview: 'Ein paar Worte helfen anderen bei der Wahl.',
    heading: 'Wie gefällt es Ihnen?',
    text: (number) =>
      `Ihre Bestellung ${number} ist vor einigen Tagen angekommen. Was sagen Sie dazu? Ein paar Worte helfen anderen bei der Wahl und den Läden, besser zu werden.`,
    write: (title) => `„${title}“ bewerten`,
    because: 'Sie erhalten dies einmal zu jeder Bestellung bei MallHive.',
  },
};
