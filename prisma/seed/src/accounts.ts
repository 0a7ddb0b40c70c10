/** People who can sign in to the demo shop. The launcher prints them. Never created outside a demo. */
export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  role: 'shopper' | 'seller' | 'administrator';
  /** The shop they own. */
  sellerSlug: string | null;
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
    name: 'Harry Calder',
    email: 'harbour@mallhive.test',
    password: 'seller-demo-2',
    role: 'seller',
    sellerSlug: 'harbour-row',
    what: 'Owner of Harbour Row',
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
