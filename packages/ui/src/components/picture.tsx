import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import { type ImageSource, imageUrl, srcSet, tileColour } from '../srcset.ts';
import { ImageIcon } from './icons.tsx';

export type PictureProps = {
  image: ImageSource | null;
  /** How wide it is shown, as in the `sizes` attribute: `(min-width: 64rem) 20rem, 50vw`. Be exact, it decides the bytes. */
  sizes: string;
  /** Overrides the picture's own text; empty for decoration. */
  alt?: string;
  /** The largest picture at the top of the page: loaded first. */
  priority?: boolean;
  /** Width ÷ height of the frame; the picture's own without it. */
  ratio?: number;
  fit?: 'cover' | 'contain';
  rounded?: boolean;
  /** Shown until the picture is there; a quiet tint by default. */
  background?: string;
  className?: string;
};

export function Picture({
  image,
  sizes,
  alt,
  priority,
  ratio,
  fit = 'cover',
  rounded,
  background,
  className,
}: PictureProps) {
  const style: CSSProperties = {
    aspectRatio: ratio ?? (image ? image.width / image.height : 1),
    background: background ?? tileColour(image?.url ?? ''),
  };
  return (
    <span className={cx('mh-picture', className)} data-fit={fit} data-rounded={rounded} style={style}>
      {image ? (
        <img
          src={imageUrl(image.url, 640)}
          srcSet={srcSet(image.url, image.width)}
          sizes={sizes}
          alt={alt ?? image.alt}
          width={image.width}
          height={image.height}
          loading={priority ? 'eager' : 'lazy'}
          decoding="async"
          fetchPriority={priority ? 'high' : 'auto'}
        />
      ) : (
        <span className="mh-picture-empty">
          <ImageIcon />
        </span>
      )}
    </span>
  );
}
