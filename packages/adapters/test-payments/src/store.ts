/** Where the simulated provider keeps its books: any PostgreSQL with its schema, reached by plain SQL. */
export type Query = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

export interface Intent {
  ref: string;
  client_secret: string;
  amount: number;
  currency: string;
  metadata: { paymentId: string; orderId: string };
  status: 'requires_method' | 'requires_action' | 'authorised' | 'succeeded' | 'cancelled';
  attempt: number;
  card: string | null;
  failure_code: string | null;
  failure_message: string | null;
  return_url: string | null;
}

export interface StoredEvent {
  id: string;
  payload: unknown;
  attempts: number;
}

/** A change of an intent and the event that tells of it are one statement: neither exists without the other. */
const changeWithEvent = (assignments: string, from: string, also = 'true') => `
  with changed as (
    update test_payments.intents set ${assignments}, attempt = attempt + 1, updated_at = now()
    where ref = $1 and status in (${from}) and ${also} returning *
  ), told as (
    insert into test_payments.events (id, payload)
    select 'evt_' || replace(gen_random_uuid()::text, '-', ''), jsonb_build_object(
      'type', case when c.status = 'requires_method' then 'payment.failed' else 'payment.' || c.status end,
      'intent', to_jsonb(c) - 'client_secret' - 'idempotency_key' - 'return_url')
    from changed c
  )
  select * from changed`;

const confirmSql = changeWithEvent(
  `status = $2, card = $3, failure_code = $4, failure_message = $5, return_url = $6`,
  `'requires_method', 'requires_action'`,
);
const challengeSql = changeWithEvent(`status = $2, failure_code = $3, failure_message = $4`, `'requires_action'`);
const captureSql = changeWithEvent(`status = 'succeeded'`, `'authorised'`, 'amount = $2::int');
const cancelSql = changeWithEvent(`status = 'cancelled'`, `'requires_method', 'requires_action', 'authorised'`);

export function createStore(query: Query) {
  const find = async (ref: string) =>
    (await query<Intent>('select * from test_payments.intents where ref = $1', [ref]))[0] ?? null;
  const changeOr = async (rows: Intent[], ref: string) => rows[0] ?? (await find(ref));
  return {
    find,

    async create(intent: {
      ref: string;
      key: string;
      clientSecret: string;
      amount: number;
      currency: string;
      metadata: Intent['metadata'];
    }): Promise<Intent> {
      const values = [intent.ref, intent.key, intent.clientSecret, intent.amount, intent.currency, intent.metadata];
      const [row] = await query<Intent>(
        `insert into test_payments.intents (ref, idempotency_key, client_secret, amount, currency, metadata, status)
         values ($1, $2, $3, $4, $5, $6::jsonb, 'requires_method')
         on conflict (idempotency_key) do update set idempotency_key = excluded.idempotency_key returning *`,
        values,
      );
      if (!row) throw new Error('The test provider stored no payment');
      return row;
    },

    /** The intent after it; unchanged when it was final before. */
    async confirm(
      ref: string,
      to: {
        status: Intent['status'];
        card: string | null;
        code: string | null;
        message: string | null;
        returnUrl: string;
      },
    ): Promise<Intent | null> {
      const values = [ref, to.status, to.card, to.code, to.message, to.returnUrl];
      return changeOr(await query<Intent>(confirmSql, values), ref);
    },

    async answerChallenge(
      ref: string,
      to: { status: 'authorised' | 'requires_method'; code: string | null; message: string | null },
    ): Promise<Intent | null> {
      return changeOr(await query<Intent>(challengeSql, [ref, to.status, to.code, to.message]), ref);
    },

    /** Only the whole of it. */
    capture: async (ref: string, amount: number) => changeOr(await query<Intent>(captureSql, [ref, amount]), ref),
    cancel: async (ref: string) => changeOr(await query<Intent>(cancelSql, [ref]), ref),

    /** False when it would exceed what was paid. */
    async refund(refund: { ref: string; intentRef: string; key: string; amount: number }): Promise<string | null> {
      const made = await query<{ ref: string }>(
        `with known as (select ref from test_payments.refunds where idempotency_key = $3),
         taken as (
           update test_payments.intents set refunded = refunded + $4
           where ref = $2 and status = 'succeeded' and refunded + $4 <= amount and not exists (select from known) returning ref
         ), made as (
           insert into test_payments.refunds (ref, intent_ref, idempotency_key, amount)
           select $1, $2, $3, $4 from taken returning ref
         )
         select ref from known union all select ref from made`,
        [refund.ref, refund.intentRef, refund.key, refund.amount],
      ).catch((error: { code?: string }) => {
        if (error.code !== '23505') throw error;
        return [];
      });
      if (made[0]) return made[0].ref;
      // A twin with the same key that was quicker is not in this statement's snapshot, only its effect is:
      // on what is left of the payment, or on the unique key.
      const [twin] = await query<{ ref: string }>(`select ref from test_payments.refunds where idempotency_key = $1`, [
        refund.key,
      ]);
      return twin?.ref ?? null;
    },

    /**
     * Takes events that are due, so that two deliverers never send the same at once; the next try is set beforehand. Of an
     * intent that changed again before anything of it was sent, only the newest is.
     */
    claimEvents: (limit: number, maximumAttempts: number) =>
      query<StoredEvent>(
        `with due as (
           select id, payload, attempts from test_payments.events where delivered_at is null and next_attempt_at <= now()
           order by created_at limit $1::int for update skip locked
         ), ranked as (
           select id, attempts = 0 and row_number() over (
             partition by payload->'intent'->>'ref' order by (payload->'intent'->>'attempt')::int desc) > 1 as overtaken
           from due
         ), taken as (
           update test_payments.events e set
             delivered_at = case when r.overtaken then now() end,
             attempts = e.attempts + case when r.overtaken then 0 else 1 end,
             next_attempt_at = case when e.attempts + 1 < $2::int then now() + least(3600, 2 ^ e.attempts) * interval '1 second' end
           from ranked r where e.id = r.id returning e.id, e.payload, e.attempts, r.overtaken
         )
         select id, payload, attempts from taken where not overtaken`,
        [limit, maximumAttempts],
      ),

    delivered: (ids: readonly string[]) =>
      query('update test_payments.events set delivered_at = now(), last_error = null where id = any($1)', [ids]),
    notDelivered: (id: string, error: string) =>
      query('update test_payments.events set last_error = $2 where id = $1', [id, error]),
  };
}
export type Store = ReturnType<typeof createStore>;
