import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, useI18n } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Erasure } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from '../security/Section.tsx';

export function ErasureSection({ erasure: first, guarded }: { erasure: Erasure | null; guarded: Guarded }) {
  const api = useApi().identity;
  const queries = useQueryClient();
  const text = useTexts().data.erasure;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const request = useMutation(api.requestErasure.mutationOptions());
  const cancel = useMutation(api.cancelErasure.mutationOptions());
  const { erasure } = useQuery(api.erasure.queryOptions(undefined, { initialData: { erasure: first } })).data;

  const attempt = async (act: () => Promise<unknown>, said: string | null) => {
    setFailure(null);
    setNews(null);
    try {
      if (await act()) setNews(said);
    } catch (error) {
      const { reason, details } = refusalOf(error) ?? {};
      const names = Array.isArray(details?.organisations) ? details.organisations.join(', ') : '';
      if (reason === 'last_owner') setFailure(say(text.lastOwner, { names }));
      else setFailure(reason === 'erasure_begun' ? text.begun : refusalText(error));
    }
    await queries.invalidateQueries({ queryKey: api.erasure.queryKey() });
  };
  const erase = () => {
    setAsking(false);
    void attempt(() => guarded(request.mutateAsync), null);
  };

  return (
    <Section title={text.title} failure={failure} news={news}>
      <p className="max-w-prose text-ink-soft">{text.lead}</p>
      <p className="max-w-prose text-ink-soft">{text.stays}</p>
      {erasure ? (
        <>
          <Notice tone="caution" role="status">
            {say(text.planned, { day: date(erasure.dueAt) })}
          </Notice>
          <p>
            <Button busy={cancel.isPending} onClick={() => void attempt(cancel.mutateAsync, text.cancelled)}>
              {text.cancel}
            </Button>
          </p>
        </>
      ) : (
        <p>
          <Button variant="danger" busy={request.isPending} onClick={() => setAsking(true)}>
            {text.ask}
          </Button>
        </p>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.sure}
        footer={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {text.keep}
            </Button>
            <Button variant="danger" onClick={erase}>
              {text.confirm}
            </Button>
          </>
        }
      >
        <p>{text.sureLead}</p>
      </Dialog>
    </Section>
  );
}
