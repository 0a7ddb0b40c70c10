import type { Topic } from './topic.ts';

/** Shown at /legal/<key>, in the order of the footer. */
export const legal: Record<string, Topic> = {
  terms: {
    title: 'Terms of sale',
    lead: 'Your contract is with the shop whose product you buy. MallHive runs the market place and takes the payment for the shop.',
    sections: [
      {
        heading: 'Orders',
        paragraphs: [
          'By placing an order you make an offer to each shop in it. The contract is made when the order is confirmed, which happens as soon as your payment is.',
          'If a product turns out to be sold out after you paid, the shop refunds you in full without delay.',
        ],
      },
      {
        heading: 'Your rights as a consumer',
        paragraphs: [
          'You may withdraw from the contract within 14 days of delivery without giving a reason. The shops on MallHive give you 30 days. Your statutory rights for faulty products are not affected.',
        ],
      },
      {
        heading: 'Law',
        paragraphs: [
          'The law of England and Wales applies. You may also rely on the mandatory law of the place where you live.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'We keep what an order needs, and little else.',
    sections: [
      {
        heading: 'What we keep',
        paragraphs: [
          'To deliver an order we keep your name, address, e-mail address and, if you give it, telephone number, and pass them to the shops in the order. Invoices are kept as long as tax law asks for.',
          'An account also has a password, stored as a hash that cannot be turned back, and the list of devices you are signed in with.',
        ],
      },
      {
        heading: 'What we count',
        paragraphs: [
          'We count which pages and products are looked at, what is searched for, and whether somebody who came also buys. If you agree, your visit has a random number that ends after half an hour of quiet; if you have not answered, we count without any number; if you say no, we do not count. It is not given to anybody; only an order tells which visit it came from, and with it that goes into your data export and is erased.',
          'We do not count when your browser sends “Do Not Track” or “Global Privacy Control”. You can change your answer under “Privacy choices” at the foot of every page. Single visits are kept for 90 days.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'You may ask for a copy of what we keep about you, have it put right, or have it erased as far as the law allows. Write to privacy@mallhive.example.',
        ],
      },
    ],
  },
  cookies: {
    title: 'Cookies',
    lead: 'Only the cookies that the shop cannot do without. There are none for advertising.',
    sections: [
      {
        heading: 'The list',
        paragraphs: [
          'mh_cart remembers the basket of a guest. It lasts 60 days and scripts cannot read it.',
          'mh_locale and mh_currency remember for a year which language and currency you chose.',
          'next-auth.session-token keeps you signed in for 30 days. next-auth.csrf-token protects the sign-in form against forged requests, and next-auth.callback-url remembers where to lead you back to.',
          'Your choice between light and dark colours is kept in the browser and never sent to us.',
        ],
      },
    ],
  },
  imprint: {
    title: 'Who we are',
    lead: 'MallHive Ltd runs this market place.',
    sections: [
      {
        heading: 'Contact',
        paragraphs: [
          'MallHive Ltd, 12 Honeycomb Yard, Bristol BS1 6XN, United Kingdom. hello@mallhive.example',
          'This is a demonstration shop. No real orders are taken and no parcels are sent.',
        ],
      },
    ],
  },
};
