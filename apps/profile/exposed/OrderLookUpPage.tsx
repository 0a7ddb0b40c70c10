import { refusalOf, useApi } from '@mallhive/api-client';
import { useHydrated } from '@mallhive/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type LookUpResult, LookUpView } from '../components/LookUpView.tsx';
import { type LookUpFields, tidyOrderNumber } from '../logic/look-up.ts';

export interface OrderLookUpPageProps {
  /** From a link; the e-mail never stands in an address. */
  number: string;
}

function resultOf(error: unknown): LookUpResult {
  const data = (error as { data?: { code?: unknown } | null } | null)?.data;
  if (data?.code === 'TOO_MANY_REQUESTS') return { kind: 'too-many' };
  return refusalOf(error) ? { kind: 'not-found' } : { kind: 'failed' };
}

export default function OrderLookUpPage({ number }: OrderLookUpPageProps) {
  const api = useApi();
  const queries = useQueryClient();
  const ready = useHydrated();
  const [fields, setFields] = useState<LookUpFields>({ number, email: '' });
  const [result, setResult] = useState<LookUpResult>({ kind: 'none' });
  const running = useRef(false);

  const search = (wanted: LookUpFields) => {
    if (running.current) return;
    running.current = true;
    setFields(wanted);
    setResult({ kind: 'searching' });
    const input = { number: tidyOrderNumber(wanted.number), email: wanted.email.trim() };
    queries
      .fetchQuery(api.orders.lookUp.queryOptions(input, { staleTime: 0 }))
      .then(({ order, accessToken }) => setResult({ kind: 'found', order, accessToken }))
      .catch((error: unknown) => setResult(resultOf(error)))
      .finally(() => {
        running.current = false;
      });
  };

  return (
    <LookUpView
      start={fields}
      result={result}
      ready={ready}
      onSearch={search}
      onAnother={() => {
        setFields({ number: '', email: fields.email });
        setResult({ kind: 'none' });
      }}
    />
  );
}
