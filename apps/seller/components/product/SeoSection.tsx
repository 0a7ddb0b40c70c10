import { TextAreaField, TextField } from '@mallhive/ui';
import type { Problems } from '../../logic/product/problems.ts';
import type { ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.seo;
const titleLength = 60;
const descriptionLength = 155;

const cut = (value: string, most: number): string =>
  value.length > most ? `${value.slice(0, most - 1).trimEnd()}…` : value;
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

interface SeoSectionProps {
  draft: ProductDraft;
  shopUrl: string;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function SeoSection({ draft, shopUrl, problems, onChange }: SeoSectionProps) {
  const title = draft.seoTitle.trim() || draft.title.trim();
  const description = draft.seoDescription.trim() || plain(draft.descriptionHtml);
  const host = shopUrl.replace(/^https?:\/\//, '');
  return (
    <Panel title={text.title} lead={text.lead}>
      <div className="grid gap-5">
        <figure className="rounded-control border border-line bg-paper p-4" aria-label={text.preview}>
          <p className="truncate text-sm text-ink-soft">
            {host} › p › {draft.slug}
          </p>
          <p className="truncate text-lg text-accent-strong">{cut(title, titleLength) || '…'}</p>
          <p className="text-sm text-ink-soft">{cut(description, descriptionLength) || text.noDescription}</p>
        </figure>
        <TextField
          label={text.seoTitle}
          name="seoTitle"
          optional
          maxLength={200}
          hint={text.length(draft.seoTitle.length, titleLength)}
          placeholder={draft.title}
          value={draft.seoTitle}
          onChange={(event) => onChange({ seoTitle: event.currentTarget.value })}
        />
        <TextAreaField
          label={text.seoDescription}
          name="seoDescription"
          optional
          rows={3}
          maxLength={400}
          hint={text.length(draft.seoDescription.length, descriptionLength)}
          value={draft.seoDescription}
          onChange={(event) => onChange({ seoDescription: event.currentTarget.value })}
        />
        <TextField
          label={text.slug}
          name="slug"
          required
          maxLength={200}
          hint={text.slugHint}
          value={draft.slug}
          error={sayProblem(problems.slug)}
          onChange={(event) => onChange({ slug: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}
