import type { Content } from './topic.ts';

export const de: Content = {
  about: {
    title: 'Kleine Läden, ein Warenkorb',
    lead: 'MallHive ist ein Marktplatz für unabhängige Läden. Sie füllen einen Warenkorb aus allen Läden und bezahlen einmal; jeder Laden packt und verschickt seinen Teil.',
    sections: [
      {
        heading: 'Warum ein Bienenstock?',
        paragraphs: [
          'Ein Bienenstock besteht aus vielen kleinen Zellen, die zusammen mehr fassen als jede für sich. Unsere Läden behalten ihren Charakter, ihren Bestand und ihre Preise. Wir kümmern uns um Suche, Zahlung und alles, wofür niemand einen Laden eröffnet.',
        ],
      },
      {
        heading: 'Worauf Sie sich verlassen können',
        paragraphs: [
          'Preise mit Mehrwertsteuer, die sich an der Kasse nicht ändern. Ein Warenkorb, der nie verkauft, was nicht da ist. Dreißig Tage Bedenkzeit. Bewertungen nur von Menschen, die das Produkt gekauft haben.',
        ],
      },
      {
        heading: 'Für Läden',
        paragraphs: [
          'Händler bekommen eine Übersicht mit den Verkäufen des Tages, Bestellungen zum Versenden, Bestand und Preisen und werden für jedes verschickte Paket bezahlt. Wenn Sie bei uns verkaufen möchten, schreiben Sie an shops@mallhive.example.',
        ],
      },
    ],
  },
  help: {
    delivery: {
      title: 'Lieferung',
      lead: 'Jeder Laden auf MallHive verschickt seine eigenen Pakete. Preis und Dauer sehen Sie, bevor Sie bezahlen.',
      sections: [
        {
          heading: 'Wie lange es dauert',
          paragraphs: [
            'Die meisten Läden geben ein Paket innerhalb von ein bis zwei Werktagen auf. Im Vereinigten Königreich dauert der Standardversand danach zwei bis vier Werktage, Express einen; auf dem Kontinent vier bis acht.',
            'Produkte aus mehreren Läden kommen in mehreren Paketen. Jedes hat eine eigene Sendungsnummer; alle stehen auf der Seite Ihrer Bestellung.',
          ],
        },
        {
          heading: 'Was es kostet',
          paragraphs: [
            'Die Lieferung wird einmal für jeden Laden in Ihrem Warenkorb berechnet, nicht für jedes Produkt. Die Kasse zeigt die Summe, bevor Sie bezahlen; danach kommt nichts mehr hinzu.',
          ],
        },
        {
          heading: 'Wo ist mein Paket?',
          paragraphs: [
            'Angemeldet öffnen Sie „Ihre Bestellungen“. Als Gast nehmen Sie „Bestellung finden“ mit Bestellnummer und E-Mail-Adresse aus der Bestätigung.',
          ],
        },
      ],
    },
    returns: {
      title: 'Rückgabe und Erstattung',
      lead: 'Anders überlegt? Sie haben 30 Tage ab dem Tag, an dem das Paket ankam.',
      sections: [
        {
          heading: 'So schicken Sie etwas zurück',
          paragraphs: [
            'Schreiben Sie dem Laden von der Seite Ihrer Bestellung aus und nennen Sie die Produkte. Der Laden antwortet mit der Adresse für die Rücksendung.',
            'Bitte schicken Sie Produkte unbenutzt und in ihrer Verpackung zurück. Maßanfertigungen und geöffnete Hygieneartikel können nur zurückgegeben werden, wenn sie fehlerhaft sind.',
          ],
        },
        {
          heading: 'Wann Sie Ihr Geld bekommen',
          paragraphs: [
            'Der Laden erstattet innerhalb von 14 Tagen nach Eingang des Pakets auf die Karte oder das Konto, mit dem Sie bezahlt haben. Ihre Bank braucht manchmal ein paar Tage länger, bis es zu sehen ist.',
          ],
        },
        {
          heading: 'Fehlerhafte oder falsche Produkte',
          paragraphs: ['Der Laden bezahlt den Rückweg, und Sie wählen zwischen Ersatz und Ihrem Geld.'],
        },
      ],
    },
    payment: {
      title: 'Zahlung',
      lead: 'Bezahlen Sie so, wie Sie es gewohnt sind. MallHive speichert Ihre Kartennummer nie.',
      sections: [
        {
          heading: 'Wann abgebucht wird',
          paragraphs: [
            'Ihre Zahlung wird bestätigt, wenn Sie die Bestellung aufgeben. Wird sie abgelehnt, entsteht keine Bestellung, und die Produkte bleiben im Warenkorb.',
            'Manche Banken verlangen eine Bestätigung in ihrer App. Die Kasse wartet auf Sie; Sie können die Seite schließen und wiederkommen.',
          ],
        },
        {
          heading: 'Preise, Währungen und Mehrwertsteuer',
          paragraphs: [
            'Sie wählen zwischen Pfund, Euro, US-Dollar und Yen; bestellt und abgebucht wird in der gewählten Währung. Alle Preise enthalten die Mehrwertsteuer. Ihre Bestätigung weist sie aus.',
          ],
        },
      ],
    },
    account: {
      title: 'Ihr Konto',
      lead: 'Sie können ohne Konto kaufen. Mit Konto sind Adressen und Bestellungen an einem Ort.',
      sections: [
        {
          heading: 'Anmelden',
          paragraphs: [
            'Was Sie als Gast in den Warenkorb gelegt haben, ist nach der Anmeldung noch da. Gab es schon einen Warenkorb von früher, werden beide zusammengelegt.',
          ],
        },
        {
          heading: 'Sicher bleiben',
          paragraphs: [
            'Nehmen Sie ein Passwort, das Sie nirgends sonst verwenden. Auf der Seite Ihres Kontos sehen Sie, wo Sie angemeldet sind, und können jede dieser Sitzungen beenden.',
          ],
        },
      ],
    },
  },
  legal: {
    terms: {
      title: 'Verkaufsbedingungen',
      lead: 'Ihr Vertrag kommt mit dem Laden zustande, dessen Produkt Sie kaufen. MallHive betreibt den Marktplatz und nimmt die Zahlung für den Laden entgegen.',
      sections: [
        {
          heading: 'Bestellungen',
          paragraphs: [
            'Mit einer Bestellung machen Sie jedem beteiligten Laden ein Angebot. Der Vertrag kommt zustande, wenn die Bestellung bestätigt wird; das geschieht, sobald Ihre Zahlung bestätigt ist.',
            'Stellt sich nach der Zahlung heraus, dass ein Produkt ausverkauft ist, erstattet der Laden den Betrag unverzüglich und vollständig.',
          ],
        },
        {
          heading: 'Ihre Rechte als Verbraucher',
          paragraphs: [
            'Sie können innerhalb von 14 Tagen nach der Lieferung ohne Angabe von Gründen widerrufen. Die Läden auf MallHive geben Ihnen 30 Tage. Ihre gesetzlichen Rechte bei Mängeln bleiben unberührt.',
          ],
        },
        {
          heading: 'Recht',
          paragraphs: [
            'Es gilt das Recht von England und Wales. Sie können sich auch auf das zwingende Recht Ihres Wohnorts berufen.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Datenschutz',
      lead: 'Wir behalten, was eine Bestellung braucht, und wenig sonst.',
      sections: [
        {
          heading: 'Was wir behalten',
          paragraphs: [
            'Um eine Bestellung zu liefern, speichern wir Name, Adresse, E-Mail-Adresse und, wenn Sie sie angeben, Telefonnummer und geben sie an die Läden der Bestellung weiter. Rechnungen bewahren wir so lange auf, wie das Steuerrecht es verlangt.',
            'Zu einem Konto gehören außerdem ein Passwort, gespeichert als nicht umkehrbarer Prüfwert, und die Liste der Geräte, auf denen Sie angemeldet sind.',
          ],
        },
        {
          heading: 'Was wir zählen',
          paragraphs: [
            'Wir zählen, welche Seiten und Produkte angesehen werden, wonach gesucht wird und ob wer kommt auch kauft. Stimmen Sie zu, hat Ihr Besuch eine Zufallszahl, die nach einer halben Stunde Ruhe endet; haben Sie nicht geantwortet, zählen wir ohne jede Nummer; sagen Sie nein, zählen wir nicht. An niemanden wird etwas weitergegeben; nur eine Bestellung sagt, aus welchem Besuch sie kam, und mit ihr steht das in Ihrem Datenexport und wird gelöscht.',
            'Wir zählen nicht, wenn Ihr Browser „Do Not Track“ oder „Global Privacy Control“ sendet. Ihre Antwort ändern Sie unter „Datenschutz-Auswahl“ am Fuß jeder Seite. Einzelne Besuche werden 90 Tage aufbewahrt.',
          ],
        },
        {
          heading: 'Ihre Rechte',
          paragraphs: [
            'Sie können eine Kopie dessen verlangen, was wir über Sie speichern, es berichtigen oder, soweit das Gesetz es erlaubt, löschen lassen. Schreiben Sie an privacy@mallhive.example.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Cookies',
      lead: 'Nur die Cookies, ohne die der Laden nicht auskommt. Keine für Werbung.',
      sections: [
        {
          heading: 'Die Liste',
          paragraphs: [
            'mh_cart merkt sich den Warenkorb eines Gastes. Es lebt 60 Tage, und Skripte können es nicht lesen.',
            'mh_locale und mh_currency merken sich ein Jahr lang die Sprache und die Währung, die Sie gewählt haben.',
            'next-auth.session-token hält Sie 30 Tage angemeldet. next-auth.csrf-token schützt das Anmeldeformular vor gefälschten Anfragen, und next-auth.callback-url merkt sich, wohin es danach geht.',
            'Ihre Wahl zwischen hellen und dunklen Farben bleibt im Browser und wird nie an uns gesendet.',
          ],
        },
      ],
    },
    imprint: {
      title: 'Wer wir sind',
      lead: 'MallHive Ltd betreibt diesen Marktplatz.',
      sections: [
        {
          heading: 'Kontakt',
          paragraphs: [
            'MallHive Ltd, 12 Honeycomb Yard, Bristol BS1 6XN, Vereinigtes Königreich. hello@mallhive.example',
            'Das ist ein Vorführladen. Es werden keine echten Bestellungen angenommen und keine Pakete verschickt.',
          ],
        },
      ],
    },
  },
};
