import { type Database, statement } from '@mallhive/db';

const ofPerson = statement(
  'cart.of-person',
  `select c.status, c.currency, c.updated_at as "updatedAt",
     (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'addedAt', l.added_at)) from cart.lines l
       where l.cart_id = c.id) as lines
   from cart.carts c where c.user_id = $1 order by c.updated_at`,
);
const forget = statement('cart.forget-person', 'delete from cart.carts where user_id = $1');

export interface PersonalCart {
  status: string;
  currency: string;
  updatedAt: Date;
  lines: unknown[] | null;
}

export function createPersonalDataRepository(db: Database) {
  return {
    ofPerson: (userId: string) => db.sql.many<PersonalCart>(ofPerson, [userId]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
