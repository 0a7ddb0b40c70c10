import { type RouterOutputs, useApi } from '@mallhive/api-client';
import { Button, EditIcon, EmptyState, IconButton, SelectField, TrashIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayTerms } from '../../logic/synonyms.ts';
import { searchMessages } from '../../messages/search.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { Loaded } from '../Loaded.tsx';
import { Panel } from '../PageHead.tsx';
import { SynonymDialog } from './SynonymDialog.tsx';

export type Synonym = RouterOutputs['search']['synonyms']['items'][number];

const text = searchMessages.synonyms;
const languages = ['en', 'de', 'fr', 'ar'] as const;

/** The synonyms of a language, and how they are kept. */
export function SynonymList() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [locale, setLocale] = useState<Synonym['locale']>('en');
  const [edited, setEdited] = useState<Synonym | 'new' | null>(null);
  const list = useQuery(api.search.synonyms.queryOptions({ locale }));
  const remove = useMutation(
    api.search.deleteSynonym.mutationOptions({
      onSuccess: () => toast.show({ message: text.removed }),
      onError: () => toast.show({ message: text.failed }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.search.synonyms.pathKey() }),
    }),
  );
  const askAndRemove = async (synonym: Synonym) => {
    const question = {
      title: text.removeTitle,
      body: text.removeText(synonym.terms.join(', ')),
      confirm: text.remove(synonym.terms.join(', ')),
      tone: 'danger' as const,
    };
    if (await confirm(question)) remove.mutate({ id: synonym.id });
  };
  return (
    <Panel
      title={text.title}
      lead={text.lead}
      actions={
        <div className="flex flex-wrap items-center gap-3">
          <SelectField
            label={text.language}
            hideLabel
            value={locale}
            options={languages.map((value) => ({ value, label: text.languages[value] }))}
            onChange={({ currentTarget }) => setLocale(languages.find((own) => own === currentTarget.value) ?? 'en')}
          />
          <Button variant="accent" onClick={() => setEdited('new')}>
            {text.add}
          </Button>
        </div>
      }
    >
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={text.empty} level={3}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((synonym) => (
                <li key={synonym.id} className="flex items-center gap-3 py-2">
                  <span lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'} className="min-w-0 flex-1 break-words">
                    {sayTerms(synonym)}
                  </span>
                  <IconButton label={text.edit(synonym.terms.join(', '))} onClick={() => setEdited(synonym)}>
                    <EditIcon />
                  </IconButton>
                  <IconButton label={text.remove(synonym.terms.join(', '))} onClick={() => void askAndRemove(synonym)}>
                    <TrashIcon />
                  </IconButton>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited ? (
        <SynonymDialog synonym={edited === 'new' ? null : edited} locale={locale} onClose={() => setEdited(null)} />
      ) : null}
    </Panel>
  );
}
