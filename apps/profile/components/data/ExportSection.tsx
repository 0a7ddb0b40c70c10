import { useApi } from '@mallhive/api-client';
import { Button, useI18n } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveFile } from '../../logic/save-file.ts';
import { useTexts } from '../../texts.ts';
import type { DataExport } from '../../types.ts';
import type { Guarded } from '../proof.tsx';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from '../security/Section.tsx';

const isPreparing = (exports: readonly DataExport[]) => exports.some(({ state }) => state === 'preparing');

export function ExportSection({ exports: first, guarded }: { exports: DataExport[]; guarded: Guarded }) {
  const api = useApi().identity;
  const queries = useQueryClient();
  const text = useTexts().data.export;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const [failure, setFailure] = useState<string | null>(null);
  const request = useMutation(api.requestExport.mutationOptions());
  const { exports } = useQuery(
    api.dataExports.queryOptions(undefined, {
      initialData: { exports: first },
      refetchInterval: ({ state }) => (isPreparing(state.data?.exports ?? []) ? 2_000 : false),
    }),
  ).data;

  const attempt = async (act: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await act();
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  const ask = () =>
    attempt(async () => {
      await guarded(request.mutateAsync);
      await queries.invalidateQueries({ queryKey: api.dataExports.queryKey() });
    });
  const download = (id: string) =>
    attempt(async () => {
      const file = await queries.fetchQuery(api.dataExport.queryOptions({ id }, { gcTime: 0 }));
      saveFile(file.fileName, file.content, 'application/json');
    });

  return (
    <Section title={text.title} failure={failure}>
      <p className="max-w-prose text-ink-soft">{text.lead}</p>
      <p>
        <Button busy={request.isPending} disabled={isPreparing(exports)} onClick={() => void ask()}>
          {text.ask}
        </Button>
      </p>
      <ul aria-live="polite" className="divide-y divide-line empty:hidden">
        {exports.map(({ id, state, requestedAt, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <strong className="block">
                {state === 'ready'
                  ? say(text.state.ready, { day: expiresAt ? date(expiresAt) : '' })
                  : text.state[state]}
              </strong>
              <span className="text-sm text-ink-soft">
                {say(text.of, { moment: date(requestedAt, { dateStyle: 'medium', timeStyle: 'short' }) })} UTC
              </span>
            </span>
            {state === 'ready' ? (
              <Button variant="secondary" size="small" onClick={() => void download(id)}>
                {text.download}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
