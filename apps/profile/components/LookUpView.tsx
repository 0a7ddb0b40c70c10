import { Button, Notice, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, useRef, useState } from 'react';
import { type LookUpFields, lookUpProblems } from '../logic/look-up.ts';
import { useTexts } from '../texts.ts';
import type { Order } from '../types.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { FoundOrder } from './after-sale/FoundOrder.tsx';

export type LookUpResult =
  | { kind: 'none' }
  | { kind: 'searching' }
  | { kind: 'found'; order: Order; accessToken: string }
  | { kind: 'not-found' }
  | { kind: 'too-many' }
  | { kind: 'failed' };

export interface LookUpViewProps {
  start: LookUpFields;
  result: LookUpResult;
  /** False in the server's HTML: a form that is sent then would put an e-mail into an address. */
  ready: boolean;
  onSearch: (fields: LookUpFields) => void;
  onAnother: () => void;
}

function Outcome({ result }: { result: LookUpResult }) {
  const text = useTexts().lookUp;
  if (result.kind === 'not-found') {
    return (
      <Notice tone="caution" title={text.notFoundTitle} role="alert">
        {text.notFoundText}
      </Notice>
    );
  }
  if (result.kind === 'too-many') {
    return (
      <Notice tone="caution" role="alert">
        {text.tooMany}
      </Notice>
    );
  }
  if (result.kind === 'failed') {
    return (
      <Notice tone="danger" title={text.failedTitle} role="alert">
        {text.failedText}
      </Notice>
    );
  }
  return null;
}

export function LookUpView({ start, result, ready, onSearch, onAnother }: LookUpViewProps) {
  const text = useTexts().lookUp;
  const { say } = useI18n();
  const [fields, setFields] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = tried ? lookUpProblems(fields) : {};
  const fault = (field: keyof LookUpFields) => (problems[field] ? text[problems[field]] : null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(lookUpProblems(fields)).length === 0) onSearch(fields);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  if (result.kind === 'found') {
    return (
      <AccountLayout current="lookUp">
        <p role="status" className="mh-visually-hidden">
          {say(text.found, { number: result.order.number })}
        </p>
        <FoundOrder order={result.order} accessToken={result.accessToken} />
        <p className="mt-8">
          <Button variant="secondary" onClick={onAnother}>
            {text.another}
          </Button>
        </p>
      </AccountLayout>
    );
  }
  return (
    <AccountLayout current="lookUp">
      <h1>{text.title}</h1>
      <p className="mt-3 mb-6 text-ink-soft">{text.intro}</p>
      <form ref={form} noValidate method="post" onSubmit={submit} className="grid max-w-md gap-5">
        <Outcome result={result} />
        <TextField
          label={text.number}
          hint={say(text.numberHint, { example: 'MH-7K2M9QXT' })}
          name="number"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          value={fields.number}
          error={fault('number')}
          onChange={(event) => setFields({ ...fields, number: event.currentTarget.value })}
        />
        <TextField
          label={text.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          value={fields.email}
          error={fault('email')}
          onChange={(event) => setFields({ ...fields, email: event.currentTarget.value })}
        />
        <Button type="submit" size="large" disabled={!ready} busy={result.kind === 'searching'}>
          {result.kind === 'searching' ? text.searching : text.submit}
        </Button>
      </form>
    </AccountLayout>
  );
}
