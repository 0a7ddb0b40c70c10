import { Button, Checkbox, Drawer, Notice, RadioCards, TextField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { type PromotionFields, promotionInput, promotionProblems, startPromotion } from '../../logic/promotion-form.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { promotionMessages } from '../../messages/promotions.ts';
import type { Promotion, PromotionKind } from '../../types.ts';
import { CategoriesField } from './CategoriesField.tsx';
import { MoneyFields } from './MoneyFields.tsx';

const text = promotionMessages.form;
const kinds: readonly PromotionKind[] = ['percent', 'amount', 'buy_x_get_y', 'free_shipping'];
const bearers = ['marketplace', 'seller'] as const;

export interface PromotionActions {
  save(input: ReturnType<typeof promotionInput>, bearer: PromotionFields['bearer']): void;
  setStatus(status: 'active' | 'paused' | 'archived'): void;
  busy: boolean;
  error: unknown;
}

interface PromotionDrawerProps {
  /** Null for a new one. */
  promotion: Promotion | null;
  /** The administrators' form says who bears the cost. */
  ofShop: boolean;
  actions: PromotionActions;
  onClose: () => void;
}

/** Keyed by its promotion: it begins anew for each. */
export function PromotionDrawer({ promotion, ofShop, actions, onClose }: PromotionDrawerProps) {
  const [fields, setFields] = useState(() => startPromotion(promotion, new Date()));
  const [tried, setTried] = useState(false);
  const problems = tried ? promotionProblems(fields) : {};
  const problem = (name: keyof PromotionFields) => {
    const found = problems[name];
    return found ? promotionMessages.problems[found] : undefined;
  };
  const set = <Name extends keyof PromotionFields>(name: Name, value: PromotionFields[Name]) =>
    setFields((current) => ({ ...current, [name]: value }));
  const input = (
    name: 'title' | 'percent' | 'buy' | 'get' | 'codes' | 'priority' | 'limitTotal' | 'limitCustomer',
  ) => ({
    name,
    value: fields[name],
    error: problem(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) => set(name, event.currentTarget.value),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(promotionProblems(fields)).length === 0) {
      actions.save(promotionInput(fields, promotion), fields.bearer);
    }
  };
  const { kind } = fields;
  return (
    <Drawer
      open
      onClose={onClose}
      title={promotion ? text.editTitle : text.newTitle}
      footer={<Footer promotion={promotion} actions={actions} />}
    >
      <form id="promotion" noValidate onSubmit={submit} className="grid gap-5" aria-label={text.newTitle}>
        {actions.error ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(actions.error, promotionMessages.refused, promotionMessages.failed)}
          </Notice>
        ) : null}
        <TextField label={text.name} hint={text.nameHint} required maxLength={80} {...input('title')} />
        <RadioCards
          legend={text.kind}
          value={kind}
          onChange={(value) => set('kind', kinds.find((one) => one === value) ?? 'percent')}
          options={kinds.map((value) => ({
            value,
            label: text.kinds[value],
            description: text.kindHints[value],
          }))}
        />
        {kind === 'percent' ? <TextField label={text.percent} inputMode="decimal" {...input('percent')} /> : null}
        {kind === 'amount' ? (
          <MoneyFields
            legend={text.amounts}
            values={fields.amounts}
            error={problem('amounts')}
            onChange={(amounts) => set('amounts', amounts)}
          />
        ) : null}
        {kind === 'buy_x_get_y' ? (
          <div className="grid gap-4 sm:grid-cols-3 sm:items-start">
            <TextField label={text.buy} inputMode="numeric" {...input('buy')} />
            <TextField label={text.get} inputMode="numeric" {...input('get')} />
            <TextField label={text.getPercent} inputMode="decimal" {...input('percent')} />
          </div>
        ) : null}
        <TextField label={text.codes} hint={text.codesHint} optional spellCheck={false} {...input('codes')} />
        <MoneyFields
          legend={text.minimum}
          hint={text.minimumHint}
          values={fields.minimums}
          error={problem('minimums')}
          onChange={(minimums) => set('minimums', minimums)}
        />
        <CategoriesField chosen={fields.categoryIds} onChange={(categoryIds) => set('categoryIds', categoryIds)} />
        <div className="grid gap-4">
          <TextField
            type="datetime-local"
            label={text.startsAt}
            name="startsAt"
            required
            value={fields.startsAt}
            error={problem('startsAt')}
            onChange={(event) => set('startsAt', event.currentTarget.value)}
          />
          <TextField
            type="datetime-local"
            label={text.endsAt}
            name="endsAt"
            optional
            hint={text.endsHint}
            value={fields.endsAt}
            error={problem('endsAt')}
            onChange={(event) => set('endsAt', event.currentTarget.value)}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          <TextField
            label={text.limitTotal}
            hint={text.limitHint}
            optional
            inputMode="numeric"
            {...input('limitTotal')}
          />
          <TextField
            label={text.limitCustomer}
            hint={text.limitHint}
            optional
            inputMode="numeric"
            {...input('limitCustomer')}
          />
        </div>
        {ofShop ? (
          <RadioCards
            legend={text.bearer}
            value={fields.bearer}
            onChange={(value) => set('bearer', value === 'seller' ? 'seller' : 'marketplace')}
            options={bearers.map((value) => ({
              value,
              label: text.bearers[value],
              description: text.bearerHints[value],
            }))}
          />
        ) : null}
        <Checkbox
          label={text.exclusive}
          checked={fields.exclusive}
          onChange={(event) => set('exclusive', event.currentTarget.checked)}
        />
        <TextField label={text.priority} hint={text.priorityHint} {...input('priority')} />
      </form>
    </Drawer>
  );
}

function Footer({ promotion, actions }: Pick<PromotionDrawerProps, 'promotion' | 'actions'>) {
  const state = promotion?.state;
  const status = (label: string, to: 'active' | 'paused' | 'archived') => (
    <Button variant="secondary" disabled={actions.busy} onClick={() => actions.setStatus(to)}>
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap justify-end gap-3">
      {state && state !== 'archived' ? status(text.archive, 'archived') : null}
      {state === 'paused' || state === 'archived' ? status(text.resume, 'active') : null}
      {state === 'active' || state === 'scheduled' ? status(text.pause, 'paused') : null}
      <Button type="submit" form="promotion" variant="accent" busy={actions.busy}>
        {actions.busy ? text.saving : text.save}
      </Button>
    </div>
  );
}
