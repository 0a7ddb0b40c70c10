import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Checkbox, Notice, RadioCards, SelectField } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { doubled, hasKey } from '../../logic/import.ts';
import { fileMessages } from '../../messages/files.ts';
import type { ImportPreview } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';

const text = fileMessages.mapping;
type Delimiter = ImportPreview['delimiter'];
const delimiters = Object.keys(text.delimiters) as Delimiter[];
type Mode = 'good_rows' | 'all_or_nothing';

/** What each column means, with the file's first rows beside it; then the import begins. */
export function MappingForm({ importId }: { importId: string }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const [delimiter, setDelimiter] = useState<Delimiter>();
  const preview = useQuery(
    api.catalog.importPreview.queryOptions({ sellerId, importId, delimiter }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <Loaded query={preview}>
      {(data) => (
        <Columns
          key={`${data.delimiter}${data.header.length}`}
          importId={importId}
          preview={data}
          onDelimiter={setDelimiter}
        />
      )}
    </Loaded>
  );
}

interface ColumnsProps {
  importId: string;
  preview: ImportPreview;
  onDelimiter: (delimiter: Delimiter) => void;
}

function Columns({ importId, preview, onDelimiter }: ColumnsProps) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const { sellerId } = useOrganisation();
  const [mapping, setMapping] = useState(preview.mapping);
  const [mode, setMode] = useState<Mode>('good_rows');
  const [dryRun, setDryRun] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: api.catalog.import.pathKey() });
  const start = useMutation(api.catalog.startImport.mutationOptions({ onSuccess: refresh }));
  const cancel = useMutation(
    api.catalog.cancelImport.mutationOptions({ onSuccess: () => void router.push('/import') }),
  );
  const twice = doubled(mapping);
  const keyed = hasKey(mapping);
  const reason = start.error ? refusalOf(start.error)?.reason : null;
  const options = [
    { value: '', label: text.leaveOut },
    ...preview.fields.map(({ key, label, hint }) => ({ value: key, label: hint ? `${label} (${hint})` : label })),
  ];
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (twice.size > 0 || !keyed) return;
        start.mutate({ sellerId, importId, delimiter: preview.delimiter, mapping, mode, dryRun });
      }}
    >
      <Panel title={text.title} lead={text.lead(preview.encoding)}>
        {preview.remembered ? (
          <Notice tone="info" className="mb-4">
            {text.remembered}
          </Notice>
        ) : null}
        <SelectField
          className="mb-5 max-w-56"
          label={text.delimiter}
          value={preview.delimiter}
          options={delimiters.map((value) => ({ value, label: text.delimiters[value] }))}
          onChange={(event) => onDelimiter(event.currentTarget.value as Delimiter)}
        />
        <ul className="divide-y divide-line">
          {preview.header.map((name, column) => {
            const label = name.trim() || text.unnamed(column + 1);
            const examples = preview.rows
              .map((row) => row[column]?.trim())
              .filter(Boolean)
              .slice(0, 3);
            return (
              <li
                key={column}
                className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] sm:items-start"
              >
                <div className="min-w-0">
                  <p className="font-semibold break-words">{label}</p>
                  <p className="truncate text-sm text-ink-soft" title={examples.join(' · ')}>
                    {examples.join(' · ')}
                  </p>
                </div>
                <SelectField
                  label={text.fieldFor(label)}
                  hideLabel
                  value={mapping[column] ?? ''}
                  options={options}
                  error={twice.has(column) ? text.twice : null}
                  onChange={(event) => {
                    const key = event.currentTarget.value || null;
                    setMapping((before) => before.map((known, place) => (place === column ? key : known)));
                  }}
                />
              </li>
            );
          })}
        </ul>
      </Panel>
      <Panel>
        <RadioCards
          legend={text.mode}
          name="mode"
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          options={[
            { value: 'good_rows', label: text.goodRows, description: text.goodRowsText },
            { value: 'all_or_nothing', label: text.allOrNothing, description: text.allOrNothingText },
          ]}
        />
        <Checkbox
          className="mt-4"
          label={text.dryRun}
          checked={dryRun}
          onChange={(event) => setDryRun(event.currentTarget.checked)}
        />
        {keyed ? null : (
          <Notice tone="caution" role="alert" className="mt-4">
            {text.noKey}
          </Notice>
        )}
        {start.isError ? (
          <Notice tone="danger" role="alert" className="mt-4">
            {fileMessages.import.refusals[reason ?? ''] ?? fileMessages.import.failed}
          </Notice>
        ) : null}
        <div className="mt-5 flex flex-wrap gap-3">
          <Button type="submit" variant="accent" busy={start.isPending} disabled={twice.size > 0 || !keyed}>
            {dryRun ? text.dryRun : text.start}
          </Button>
          <Button variant="quiet" busy={cancel.isPending} onClick={() => cancel.mutate({ sellerId, importId })}>
            {text.cancel}
          </Button>
        </div>
      </Panel>
    </form>
  );
}
