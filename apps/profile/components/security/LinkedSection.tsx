import { useApi } from '@mallhive/api-client';
import { Button, useI18n } from '@mallhive/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { leaveFor, type OutsideProvider, outsideProviders } from '../../logic/outside.ts';
import { useTexts } from '../../texts.ts';
import type { Security } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from './Section.tsx';

interface LinkedSectionProps {
  security: Security;
  /** Back from an issuer just now. */
  justLinked: boolean;
  guarded: Guarded;
  onChanged: () => void;
}

/** Not there at all where the shop knows no other service and none is linked. */
export function LinkedSection({ security, justLinked, guarded, onChanged }: LinkedSectionProps) {
  const api = useApi().identity;
  const text = useTexts().security.linked;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const [failure, setFailure] = useState<string | null>(null);
  const known = useQuery({ queryKey: ['outside-providers'], queryFn: outsideProviders, staleTime: Infinity });
  const allow = useMutation(api.allowLink.mutationOptions());
  const unlink = useMutation(api.unlinkExternal.mutationOptions());
  const providers = known.data ?? [];
  const linked = security.linkedAccounts;
  if (providers.length === 0 && linked.length === 0) return null;

  const attempt = async (act: () => Promise<unknown>) => {
    setFailure(null);
    try {
      if (await guarded(act)) onChanged();
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  const link = ({ id }: OutsideProvider) =>
    attempt(async () => {
      await allow.mutateAsync({ provider: id });
      await leaveFor(id);
    });
  const nameOf = (provider: string) => providers.find(({ id }) => id === provider)?.name ?? provider;
  const free = providers.filter(({ id }) => !linked.some(({ provider }) => provider === id));

  return (
    <Section title={text.title} failure={failure} news={justLinked ? text.done : null}>
      {linked.length === 0 ? <p className="text-ink-soft">{text.none}</p> : null}
      <ul className="grid gap-4">
        {linked.map(({ provider, email, linkedAt }) => (
          <li key={provider} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <strong className="block">{nameOf(provider)}</strong>
              <span className="text-sm text-ink-soft">{say(text.since, { email, day: date(linkedAt) })}</span>
            </span>
            <Button
              variant="secondary"
              size="small"
              aria-label={say(text.unlinkName, { name: nameOf(provider) })}
              onClick={() => void attempt(() => unlink.mutateAsync({ provider: provider as OutsideProvider['id'] }))}
            >
              {text.unlink}
            </Button>
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <p className="flex flex-wrap gap-3">
          {free.map((provider) => (
            <Button key={provider.id} variant="secondary" onClick={() => void link(provider)}>
              {say(text.link, { name: provider.name })}
            </Button>
          ))}
        </p>
      ) : null}
    </Section>
  );
}
