import { Notice, RadioCards, TextField } from '@mallhive/ui';
import type { Problems } from '../../logic/product/problems.ts';
import type { EditorProduct, ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.publishing;
const statuses = ['published', 'draft', 'archived'] as const;

interface PublishingSectionProps {
  draft: ProductDraft;
  product: EditorProduct;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function PublishingSection({ draft, product, problems, onChange }: PublishingSectionProps) {
  return (
    <Panel title={text.title}>
      <div className="grid gap-4">
        {product.moderation === 'pending' ? (
          <Notice tone="caution" title={text.pending}>
            {text.pendingText}
          </Notice>
        ) : null}
        {product.moderation === 'rejected' ? (
          <Notice tone="danger" title={text.rejected}>
            {text.rejectedText(product.moderationReason)}
          </Notice>
        ) : null}
        <RadioCards
          legend={text.title}
          hideLegend
          name="status"
          value={draft.status}
          error={sayProblem(problems.status)}
          onChange={(value) => {
            const status = statuses.find((candidate) => candidate === value);
            if (status) onChange({ status });
          }}
          options={statuses.map((status) => ({
            value: status,
            label: productMessages.status[status],
            description: text.hints[status],
          }))}
        />
        {draft.status === 'draft' ? (
          <TextField
            label={text.publishAt}
            name="publishAt"
            type="datetime-local"
            optional
            hint={text.publishAtHint}
            value={draft.publishAt}
            error={sayProblem(problems.publishAt)}
            onChange={(event) => onChange({ publishAt: event.currentTarget.value })}
          />
        ) : null}
        <TextField
          label={text.from}
          name="availableFrom"
          type="datetime-local"
          optional
          value={draft.availableFrom}
          error={sayProblem(problems.availableFrom)}
          onChange={(event) => onChange({ availableFrom: event.currentTarget.value })}
        />
        <TextField
          label={text.until}
          name="availableUntil"
          type="datetime-local"
          optional
          hint={text.untilHint}
          value={draft.availableUntil}
          error={sayProblem(problems.availableUntil)}
          onChange={(event) => onChange({ availableUntil: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}
