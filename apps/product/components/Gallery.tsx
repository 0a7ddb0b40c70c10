import {
  ChevronLeftIcon,
  ChevronRightIcon,
  cx,
  Dialog,
  IconButton,
  imageUrl,
  Picture,
  useI18n,
  ZoomIcon,
} from '@mallhive/ui';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts.ts';
import type { ProductImage } from '../types.ts';

export type GalleryProps = {
  title: string;
  images: ProductImage[];
  /** The picture of the chosen variant. */
  shownIndex: number | null;
};

const sizes = '(min-width: 84rem) 34.5rem, (min-width: 64rem) 41vw, 92vw';

/** Swipe or arrow keys move through a row of pictures; thumbnails jump; pressing the picture shows it large. */
export function Gallery({ title, images, shownIndex }: GalleryProps) {
  const texts = useTexts();
  const { say, dir } = useI18n();
  // Pictures follow one another in the direction of reading; scrolling counts from the left all the same.
  const forward = dir === 'rtl' ? -1 : 1;
  const track = useRef<HTMLUListElement>(null);
  const [index, setIndex] = useState(0);
  const [large, setLarge] = useState(false);

  const show = (wanted: number, behavior: ScrollBehavior = 'smooth') => {
    const next = Math.max(0, Math.min(images.length - 1, wanted));
    setIndex(next);
    const element = track.current;
    element?.scrollTo({ left: next * element.clientWidth * forward, behavior });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another variant moves the row.
  useEffect(() => {
    if (shownIndex !== null && shownIndex !== index) show(shownIndex, 'instant');
  }, [shownIndex]);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(index + step * forward);
  };

  const shown = images[index];
  if (!shown) return <Picture image={null} ratio={1} sizes={sizes} alt={texts.gallery.none} rounded />;
  return (
    <section
      aria-label={texts.gallery.label}
      className="flex flex-col gap-3 lg:flex-row-reverse lg:items-start lg:gap-4"
    >
      <div className="group relative min-w-0 flex-1">
        <ul
          ref={track}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label={title}
          onKeyDown={onKey}
          onScroll={(event) => {
            const element = event.currentTarget;
            const at = Math.round(Math.abs(element.scrollLeft) / element.clientWidth);
            if (at !== index && Math.abs(Math.abs(element.scrollLeft) - at * element.clientWidth) < 4) setIndex(at);
          }}
          className="flex snap-x snap-mandatory overflow-x-auto rounded-panel [scrollbar-width:none]"
        >
          {images.map((image, position) => (
            <li key={image.url} className="w-full shrink-0 snap-center">
              <Picture image={image} ratio={1} sizes={sizes} priority={position === 0} />
            </li>
          ))}
        </ul>
        <IconButton
          label={texts.gallery.zoom}
          variant="surface"
          className="absolute! end-4 bottom-4"
          onClick={() => setLarge(true)}
        >
          <ZoomIcon />
        </IconButton>
      </div>
      {images.length > 1 ? (
        <ul className="flex gap-2.5 overflow-x-auto p-1 [scrollbar-width:none] lg:w-20 lg:flex-col">
          {images.map((image, position) => (
            <li key={image.url} className="shrink-0">
              <button
                type="button"
                aria-label={say(texts.gallery.show, { number: position + 1, total: images.length })}
                aria-current={position === index}
                onClick={() => show(position)}
                className={cx(
                  'block w-16 overflow-hidden rounded-control border-2 lg:w-18',
                  position === index ? 'border-accent-strong' : 'border-transparent hover:border-line-strong',
                )}
              >
                <Picture image={image} alt="" ratio={1} sizes="4.5rem" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Dialog open={large} onClose={() => setLarge(false)} title={title} wide>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take the focus; the arrow keys are a short cut. */}
        <div className="relative" onKeyDown={onKey}>
          <img
            src={imageUrl(shown.url, 1280)}
            alt={shown.alt}
            width={shown.width}
            height={shown.height}
            className="mx-auto max-h-[min(38rem,calc(100dvh-9rem))] w-auto rounded-tile"
          />
          {images.length > 1 ? (
            <div className="absolute inset-x-2 top-1/2 flex -translate-y-1/2 justify-between">
              <IconButton
                label={texts.gallery.previous}
                variant="surface"
                disabled={index === 0}
                onClick={() => show(index - 1)}
              >
                <ChevronLeftIcon />
              </IconButton>
              <IconButton
                label={texts.gallery.next}
                variant="surface"
                disabled={index === images.length - 1}
                onClick={() => show(index + 1)}
              >
                <ChevronRightIcon />
              </IconButton>
            </div>
          ) : null}
        </div>
      </Dialog>
    </section>
  );
}
