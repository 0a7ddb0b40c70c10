import { useApi } from '@mallhive/api-client';
import { Button, Notice } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import type { PayoutSettings } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';

const text = payoutMessages.account;
/** In the address that a provider's page comes back to: whose it was. */
const returned = 'account';

interface ProviderAccountProps {
  method: { code: string; name: string };
  state: NonNullable<PayoutSettings['methods'][number]['onboarding']>;
}

/** How the seller's account at a provider stands; owners are taken to the provider's page, which comes back to here. */
export function ProviderAccount({ method: { code, name }, state }: ProviderAccountProps) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const { sellerId, role } = useOrganisation();
  const isOwner = role === 'owner';
  const check = useMutation(
    api.payments.checkPayoutAccount.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.payoutSettings.pathKey() }),
    }),
  );
  const open = useMutation(
    api.payments.openPayoutAccount.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }),
  );
  const asked = useRef(false);
  const comesBack = isOwner && router.query[returned] === code;
  useEffect(() => {
    if (!comesBack || asked.current) return;
    asked.current = true;
    check.mutate({ sellerId, method: code });
  }, [comesBack, check.mutate, sellerId, code]);
  const begin = () => {
    const back = new URL(window.location.pathname, window.location.origin);
    back.searchParams.set(returned, code);
    open.mutate({ sellerId, method: code, returnUrl: back.href });
  };
  const busy = open.isPending || open.isSuccess;
  return (
    <div className="grid justify-items-start gap-2 border-t border-line pt-4">
      <p className="font-semibold">{text.title(name)}</p>
      <p className="text-sm text-ink-soft" role="status">
        {check.isPending ? text.checking(name) : text.states[state](name)}
      </p>
      {open.isError ? (
        <Notice tone="danger">{sayRefusal(open.error, payoutMessages.refused, payoutMessages.failed)}</Notice>
      ) : null}
      {check.isError ? (
        <Notice tone="danger">{sayRefusal(check.error, payoutMessages.refused, payoutMessages.failed)}</Notice>
      ) : null}
      {isOwner && state !== 'ready' ? (
        <Button variant="secondary" disabled={busy} onClick={begin}>
          {busy ? text.opening(name) : text.begin[state](name)}
        </Button>
      ) : null}
    </div>
  );
}
