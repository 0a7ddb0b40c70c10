import { useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, RadioCards, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { splitTerms } from '../../logic/synonyms.ts';
import { searchMessages } from '../../messages/search.ts';
import type { Synonym } from './SynonymList.tsx';

const text = searchMessages.synonyms;

interface SynonymDialogProps {
  /** Null for a new one. */
  synonym: Synonym | null;
  locale: Synonym['locale'];
  onClose: () => void;
}

export function SynonymDialog({ synonym, locale, onClose }: SynonymDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [id] = useState(() => synonym?.id ?? newId());
  const [kind, setKind] = useState<Synonym['kind']>(synonym?.kind ?? 'two_way');
  const [terms, setTerms] = useState(synonym?.terms.join(', ') ?? '');
  const [replacements, setReplacements] = useState(synonym?.replacements.join(', ') ?? '');
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.search.saveSynonym.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.saved });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.search.synonyms.pathKey() }),
    }),
  );
  const oneWay = kind === 'one_way';
  const from = splitTerms(terms);
  const to = splitTerms(replacements);
  const complete = oneWay ? from.length > 0 && to.length > 0 : from.length > 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    const own = { id, locale, kind, terms: from, replacements: oneWay ? to : [] };
    save.mutate({ ...own, ...(synonym && { version: synonym.version }) });
  };
  const shared = { lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr', autoComplete: 'off' } as const;
  return (
    <Dialog
      open
      onClose={onClose}
      title={synonym ? text.edit(synonym.terms.join(', ')) : text.add}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="synonym" variant="accent" busy={save.isPending}>
            {save.isPending ? text.saving : text.save}
          </Button>
        </div>
      }
    >
      <form id="synonym" noValidate onSubmit={submit} className="grid gap-4">
        {save.isError ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(
              save.error,
              { synonym_changed: text.changed, synonym_incomplete: text.incomplete },
              text.failed,
            )}
          </Notice>
        ) : null}
        <RadioCards
          legend={text.kind}
          name="kind"
          value={kind}
          options={(['two_way', 'one_way'] as const).map((value) => ({
            value,
            label: text.kinds[value].label,
            description: text.kinds[value].hint,
          }))}
          onChange={(value) => setKind(value === 'one_way' ? 'one_way' : 'two_way')}
        />
        <TextField
          {...shared}
          label={oneWay ? text.from : text.terms}
          name="terms"
          hint={text.termsHint}
          value={terms}
          error={tried && !complete ? (oneWay ? text.incompleteOneWay : text.incomplete) : null}
          onChange={(event) => setTerms(event.currentTarget.value)}
        />
        {oneWay ? (
          <TextField
            {...shared}
            label={text.to}
            name="replacements"
            hint={text.termsHint}
            value={replacements}
            onChange={(event) => setReplacements(event.currentTarget.value)}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
