import { useApi } from '@mallhive/api-client';
import { Button, Notice, Tag, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { classCode } from '../../../logic/tax.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { TaxRules } from '../../../types.ts';
import { Panel } from '../../PageHead.tsx';

const text = rulesMessages.tax;

/** The kinds of goods that rates and categories speak of. */
export function TaxClasses({ classes }: { classes: TaxRules['classes'] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation(
    api.payments.saveTaxClass.mutationOptions({
      onSuccess: () => {
        toast.show({ message: rulesMessages.saved });
        setName('');
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.taxRules.pathKey() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = classCode(name);
    const taken = classes.some((known) => known.code === code);
    const wrong = code === '' ? rulesMessages.nameMissing : taken ? text.classTaken : null;
    setProblem(wrong);
    if (!wrong) save.mutate({ code, name });
  };
  return (
    <Panel title={text.classes} lead={text.classesLead}>
      <ul className="mb-4 flex flex-wrap gap-2">
        {classes.map((known) => (
          <li key={known.code}>
            <Tag>{known.name}</Tag>
          </li>
        ))}
      </ul>
      {save.isError ? (
        <Notice tone="danger" role="alert" className="mb-4">
          {sayRefusal(save.error, rulesMessages.refused, rulesMessages.failed)}
        </Notice>
      ) : null}
      <form
        noValidate
        onSubmit={submit}
        className="grid gap-3 sm:max-w-lg sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
      >
        <TextField
          label={text.className}
          maxLength={80}
          autoComplete="off"
          value={name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" busy={save.isPending}>
          {text.addClass}
        </Button>
      </form>
    </Panel>
  );
}
