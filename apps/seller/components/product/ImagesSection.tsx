import {
  ArrowLeftIcon,
  ArrowRightIcon,
  Badge,
  Button,
  cx,
  IconButton,
  ImageIcon,
  TextField,
  TrashIcon,
} from '@mallhive/ui';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { Problems } from '../../logic/product/problems.ts';
import type { DraftImage, ProductDraft } from '../../logic/product/types.ts';
import { moved, placeAfter } from '../../logic/reorder.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';
import { useUploads } from './use-uploads.ts';

const text = productMessages.images;

interface ImagesSectionProps {
  draft: ProductDraft;
  problems: Problems;
  onChange: (change: (draft: ProductDraft) => ProductDraft) => void;
}

const withPlaces = (draft: ProductDraft, images: DraftImage[], place: (old: number) => number): ProductDraft => ({
  ...draft,
  images,
  variants: draft.variants.map((variant) => ({
    ...variant,
    imageIndexes: variant.imageIndexes.map(place).filter((index) => index >= 0),
  })),
});

/** Pictures in the order that shoppers see; variants that show one keep it wherever it goes. */
export function ImagesSection({ draft, problems, onChange }: ImagesSectionProps) {
  const { sellerId } = useOrganisation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const hintId = useId();
  const { uploads, add, retry, dismiss } = useUploads(sellerId, (image) =>
    onChange((current) => ({ ...current, images: [...current.images, image] })),
  );
  const move = (from: number, to: number) => {
    if (to < 0 || to >= draft.images.length) return;
    onChange((current) => withPlaces(current, moved(current.images, from, to), (old) => placeAfter(old, from, to)));
    setSaid(text.moved(to + 1));
  };
  const remove = (at: number) =>
    onChange((current) =>
      withPlaces(current, current.images.toSpliced(at, 1), (old) => (old === at ? -1 : old > at ? old - 1 : old)),
    );
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) add(event.dataTransfer.files);
  };
  return (
    <Panel title={text.title} lead={text.lead}>
      <p className="mh-visually-hidden" role="status">
        {said}
      </p>
      <ul className="mb-4 grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
        {draft.images.map((image, index) => (
          <li
            key={image.url}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', String(index));
              setDragged(index);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              event.stopPropagation();
              move(dragged, index);
              setDragged(null);
            }}
            className={cx(
              'grid cursor-grab gap-3 rounded-control border border-line p-3',
              dragged === index && 'opacity-50',
            )}
          >
            <div className="relative">
              <img
                src={`${image.url}?w=480`}
                alt=""
                draggable={false}
                className="aspect-square w-full rounded-control bg-sunken object-contain"
              />
              {index === 0 ? (
                <Badge tone="accent" className="absolute top-2 left-2">
                  {text.main}
                </Badge>
              ) : null}
            </div>
            <TextField
              label={text.alt(index + 1)}
              hideLabel
              placeholder={text.altPlaceholder}
              name={`alt-${index}`}
              maxLength={300}
              value={image.alt}
              onChange={(event) => {
                const alt = event.currentTarget.value;
                onChange((current) => ({
                  ...current,
                  images: current.images.map((other, place) => (place === index ? { ...other, alt } : other)),
                }));
              }}
            />
            <div className="flex justify-between">
              <span>
                <IconButton
                  size="small"
                  label={text.earlier(index + 1)}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowLeftIcon />
                </IconButton>
                <IconButton
                  size="small"
                  label={text.later(index + 1)}
                  disabled={index === draft.images.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowRightIcon />
                </IconButton>
              </span>
              <IconButton size="small" label={text.remove(index + 1)} onClick={() => remove(index)}>
                <TrashIcon />
              </IconButton>
            </div>
          </li>
        ))}
      </ul>
      {uploads.length > 0 ? (
        <ul className="mb-4 grid gap-2">
          {uploads.map((upload) => (
            <li key={upload.id} className="rounded-control bg-sunken px-4 py-3 text-sm">
              {upload.failure ? (
                <div className="flex flex-wrap items-center gap-3" role="alert">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-semibold">{upload.file.name}</span>
                    <span className="text-danger">{text.failed[upload.failure] ?? text.failed.other}</span>
                  </span>
                  <Button size="small" variant="secondary" onClick={() => retry(upload)}>
                    {text.retry}
                  </Button>
                  <Button size="small" variant="quiet" onClick={() => dismiss(upload.id)}>
                    {text.dismiss}
                  </Button>
                </div>
              ) : (
                <label className="grid gap-1">
                  {text.uploading(upload.file.name, upload.percent)}
                  <progress className="h-1.5 w-full accent-(--mh-accent-strong)" value={upload.percent} max={100} />
                </label>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the keyboard's way. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          if (dragged === null) setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'grid justify-items-center gap-2 rounded-tile border-2 border-dashed px-4 py-8 text-center',
          over ? 'border-accent-strong bg-accent-soft' : 'border-line-strong',
        )}
      >
        <ImageIcon className="size-8 text-ink-soft" />
        <p>
          {text.drop}{' '}
          <Button variant="link" aria-describedby={hintId} onClick={() => input.current?.click()}>
            {text.choose}
          </Button>
        </p>
        <p id={hintId} className="text-sm text-ink-soft">
          {text.hint}
        </p>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          multiple
          className="hidden"
          aria-label={text.choose}
          onChange={(event) => {
            if (event.currentTarget.files) add(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {problems.images ? (
        <p className="mh-field-error mt-2" role="alert">
          {sayProblem(problems.images)}
        </p>
      ) : null}
    </Panel>
  );
}
