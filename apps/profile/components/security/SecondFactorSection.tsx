import { useApi } from '@mallhive/api-client';
import { Button, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Security } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { Section } from './Section.tsx';
import { SetUpDialog } from './SetUpDialog.tsx';

interface SecondFactorSectionProps {
  security: Security;
  guarded: Guarded;
  onChanged: () => void;
}

export function SecondFactorSection({ security, guarded, onChanged }: SecondFactorSectionProps) {
  const api = useApi().identity;
  const text = useTexts().security.factor;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const start = useMutation(api.startSecondFactor.mutationOptions());
  const renew = useMutation(api.renewRecoveryCodes.mutationOptions());
  const remove = useMutation(api.removeSecondFactor.mutationOptions());
  const [begun, setBegun] = useState<{ secret: string; qr: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const { enabled, since, recoveryCodesLeft } = security.secondFactor;

  const attempt = async <Output,>(act: () => Promise<Output>, then: (output: Output) => void) => {
    setFailure(null);
    setNews(null);
    try {
      const output = await guarded(act);
      if (output) then(output);
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  const show = (made: readonly string[]) => {
    setBegun(null);
    setCodes(made);
    onChanged();
  };

  return (
    <Section title={text.title} failure={failure} news={news}>
      <p className="max-w-prose text-ink-soft">
        {enabled && since ? say(text.on, { day: date(since) }) : text.off}{' '}
        {enabled ? say(text.left, { count: recoveryCodesLeft }) : null}
      </p>
      <p className="flex flex-wrap gap-3">
        {enabled ? (
          <>
            <Button
              variant="secondary"
              busy={renew.isPending}
              onClick={() => void attempt(renew.mutateAsync, ({ recoveryCodes }) => show(recoveryCodes))}
            >
              {text.renew}
            </Button>
            <Button
              variant="secondary"
              busy={remove.isPending}
              onClick={() =>
                void attempt(remove.mutateAsync, () => {
                  setNews(text.removed);
                  onChanged();
                })
              }
            >
              {text.remove}
            </Button>
          </>
        ) : (
          <Button busy={start.isPending} onClick={() => void attempt(start.mutateAsync, setBegun)}>
            {text.setUp}
          </Button>
        )}
      </p>
      {begun ? <SetUpDialog {...begun} guarded={guarded} onClose={() => setBegun(null)} onDone={show} /> : null}
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(null)} /> : null}
    </Section>
  );
}
