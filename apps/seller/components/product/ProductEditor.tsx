import { Button, Notice } from '@mallhive/ui';
import { type FormEvent, useRef } from 'react';
import { productMessages } from '../../messages/products.ts';
import { AttributesSection } from './AttributesSection.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { ImagesSection } from './ImagesSection.tsx';
import { OptionsSection } from './OptionsSection.tsx';
import { OrganiseSection } from './OrganiseSection.tsx';
import { PublishingSection } from './PublishingSection.tsx';
import { SalesSection } from './SalesSection.tsx';
import { SeoSection } from './SeoSection.tsx';
import { TextsSection } from './TextsSection.tsx';
import type { useProductEditor } from './use-product-editor.ts';
import { VariantGrid } from './VariantGrid.tsx';

const text = productMessages.editor;

interface ProductEditorProps {
  editor: ReturnType<typeof useProductEditor>;
  shopUrl: string;
  readOnly: boolean;
}

/** All sections of a product; one bar below saves all of it. */
export function ProductEditor({ editor, shopUrl, readOnly }: ProductEditorProps) {
  const { draft, problems, product, dirty, saving, failure, conflict, patch } = editor;
  const form = useRef<HTMLFormElement>(null);
  const count = Object.keys(problems).length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await editor.save();
    if (outcome !== 'problems') return;
    requestAnimationFrame(() => {
      const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (field ?? form.current?.querySelector<HTMLElement>('[role="alert"]'))?.scrollIntoView({ block: 'center' });
      field?.focus({ preventScroll: true });
    });
  };
  const section = { draft, problems, onChange: patch };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 's' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault();
          form.current?.requestSubmit();
        }
      }}
    >
      {readOnly ? <Notice className="mb-5">{text.readOnly}</Notice> : null}
      <fieldset disabled={readOnly} className="grid min-w-0 gap-5 xl:grid-cols-[minmax(0,1fr)_21rem] xl:items-start">
        <div className="grid min-w-0 gap-5">
          <TextsSection {...section} />
          <ImagesSection draft={draft} problems={problems} onChange={editor.update} />
          <OptionsSection {...section} />
          <VariantGrid {...section} currency={product.currency} />
          <SalesSection {...section} currency={product.currency} />
          <AttributesSection {...section} />
          <SeoSection {...section} shopUrl={shopUrl} />
        </div>
        <div className="grid min-w-0 gap-5 max-xl:-order-1">
          <PublishingSection {...section} product={product} />
          <OrganiseSection {...section} categoryName={product.category.name} />
        </div>
      </fieldset>
      {readOnly ? null : (
        <div className="sticky bottom-14 z-10 -mx-gutter mt-5 grid gap-3 border-t border-line bg-paper/95 px-gutter py-3 backdrop-blur lg:bottom-0 lg:-mx-10 lg:px-10">
          {failure ? (
            <Notice tone="danger" role="alert">
              {failure}
            </Notice>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="accent" busy={saving} disabled={!dirty}>
              {saving ? text.saving : text.save}
            </Button>
            {dirty && !saving ? (
              <Button variant="quiet" onClick={editor.discard}>
                {text.discard}
              </Button>
            ) : null}
            <p className={`text-sm ${count > 0 ? 'font-semibold text-danger' : 'text-ink-soft'}`} role="status">
              {count > 0 ? text.problems(count) : dirty ? text.unsaved : ''}
            </p>
          </div>
        </div>
      )}
      {conflict ? (
        <ConflictDialog
          conflict={conflict}
          onApply={editor.resolve}
          onReload={editor.takeTheirs}
          onClose={editor.closeConflict}
        />
      ) : null}
    </form>
  );
}
