/** People who can sign in to the demo shop. The launcher prints them. Never created outside a demo. */
export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  role: 'shopper' | 'seller' | 'administrator';
  /** The shop they belong to. */
  sellerSlug: string | null;
  /** Owner when it is not said. */
  sellerRole?: 'owner' | 'manager' | 'fulfilment';
  what: string;
}

export const demoAccounts: DemoAccount[] = [
  {
    name: 'Sam Shopper',
    email: 'shopper@mallhive.test',
    password: 'shopper-demo-1',
    role: 'shopper',
    sellerSlug: null,
    what: 'Shopper with past orders',
  },
  {
    name: 'Fern Whitlock',
    email: 'fern@mallhive.test',
    password: 'seller-demo-1',
    role: 'seller',
    sellerSlug: 'fern-and-kiln',
    what: 'Owner of Fern & Kiln',
  },
  {
    name: 'Mabel Reed',
    email: 'mabel@mallhive.test',
    password: 'seller-demo-3',
    role: 'seller',
    sellerSlug: 'fern-and-kiln',
    sellerRole: 'manager',
    what: 'Manager at Fern & Kiln',
  },
  {
    name: 'Finn Porter',
    email: 'finn@mallhive.test',
    password: 'seller-demo-4',
    role: 'seller',
    sellerSlug: 'fern-and-kiln',
    sellerRole: 'fulfilment',
    what: 'Packs for Fern & Kiln',
  },
  {
    name: 'Harry Calder',
    email: 'harbour@mallhive.test',
    password: 'seller-demo-2',
    role: 'seller',
    sellerSlug: 'harbour-row',
    what: 'Owner of Harbour Row',
  },
  {
    name: 'Thea Moss',
    email: 'moss@mallhive.test',
    password: 'seller-demo-5',
    role: 'seller',
    sellerSlug: null,
    what: 'Has applied to sell, waits for approval',
  },
  {
    name: 'Ada Steward',
    email: 'admin@mallhive.test',
    password: 'administrator-demo-1',
    role: 'administrator',
    sellerSlug: null,
    what: 'Administrator',
  },
];

/** A shop that waits in the administrators' queue, applied for by the account of `email`. */
export const demoApplication = {
  email: 'moss@mallhive.test',
  slug: 'moss-and-thistle',
  name: 'Moss & Thistle',
  tagline: 'Knitwear from the far end of the Highlands.',
  description:
    'Three knitters and a mill in Ullapool. We spin undyed wool from farms we can see from the window and knit jumpers, socks and blankets to order.',
  legalName: 'Moss and Thistle Knitwear Ltd',
  country: 'GB',
  contactName: 'Thea Moss',
  contactEmail: 'moss@mallhive.test',
  contactPhone: '+44 1854 000000',
  postalAddress: '1 Sample Quay\nUllapool IV26 2XX',
  taxNumber: 'GB 000 0000 00',
};
