import { type Database, statement } from '@mallhive/db';

const find = statement(
  'payments.customer',
  `select customer_ref as ref from payments.customers where user_id = $1::uuid and provider = $2`,
);
const put = statement(
  'payments.put-customer',
  `insert into payments.customers (user_id, provider, customer_ref) values ($1::uuid, $2, $3)
   on conflict (user_id, provider) do update set provider = excluded.provider returning customer_ref as ref`,
);
const ofPerson = statement(
  'payments.customers-of-person',
  `select provider, customer_ref as ref, default_method as "defaultMethod" from payments.customers where user_id = $1::uuid order by provider`,
);
const choose = statement(
  'payments.choose-method',
  `update payments.customers set default_method = case when provider = $2 then $3 end where user_id = $1::uuid`,
);
const remove = statement(
  'payments.remove-customer',
  `delete from payments.customers where user_id = $1::uuid and provider = $2`,
);

/** What providers call a person. */
export function createCustomerRepository(db: Database) {
  return {
    find: async (userId: string, provider: string) =>
      (await db.sql.maybe<{ ref: string }>(find, [userId, provider]))?.ref ?? null,
    /** The first name that was stored stays. */
    put: async (userId: string, provider: string, ref: string) =>
      (await db.sql.one<{ ref: string }>(put, [userId, provider, ref])).ref,
    ofPerson: (userId: string) =>
      db.sql.many<{ provider: string; ref: string; defaultMethod: string | null }>(ofPerson, [userId]),
    /** The one over all providers. */
    choose: (userId: string, provider: string, methodId: string) =>
      db.sql.execute(choose, [userId, provider, methodId]),
    remove: (userId: string, provider: string) => db.sql.execute(remove, [userId, provider]),
  };
}
