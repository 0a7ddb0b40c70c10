/** Widths that the media edge renders; any other answers with the next larger one. */
export const imageWidths = [96, 160, 320, 480, 640, 960, 1280] as const;

export type ImageSource = { url: string; alt: string; width: number; height: number };

export function imageUrl(url: string, width: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}w=${width}`;
}

/** All widths up to the picture's own, and the next larger one so that its full size can be had. */
export function srcSet(url: string, ownWidth: number, maximum = 1280): string {
  const limit = imageWidths.find((width) => width >= Math.min(ownWidth, maximum)) ?? 1280;
  return imageWidths
    .filter((width) => width <= limit)
    .map((width) => `${imageUrl(url, width)} ${width}w`)
    .join(', ');
}

/** One of six quiet tints, always the same for the same address, shown until the picture is there. */
export function tileColour(key: string): string {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) >>> 0;
  return `var(--mh-tile-${(hash % 6) + 1})`;
}
