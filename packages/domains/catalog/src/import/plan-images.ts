import { splitList } from './cells.ts';
import type { MappedRow } from './group-rows.ts';
import type { Around, Report } from './plan-product.ts';
import { problem } from './problem.ts';
import type { ImageState, ProductState } from './state.repository.ts';

const mostImages = 100;

/** The addresses in a cell of images. */
export const imageUrls = (cell: string | undefined): string[] => splitList(cell ?? '');

/** Of an image that will be fetched when the file is written for real. */
const notYet = (url: string): ImageState => ({ url, alt: '', width: 1, height: 1 });

export function planImages(next: ProductState, first: MappedRow, around: Around, report: Report): void {
  const cell = first.cells.get('images');
  if (cell !== undefined) {
    const urls = imageUrls(cell);
    if (urls.length > mostImages) report.add(first, 'too_many_images', 'images');
    const before = new Map(next.images.map((image) => [image.url, image]));
    next.images = urls.slice(0, mostImages).flatMap((url) => {
      const kept = before.get(url);
      if (kept) return [kept];
      const found = around.image(url);
      if (found === 'unknown') report.problems.push(problem(first.row, 'image_invalid', 'images', url));
      else if (found === 'failed') report.warnings.push(problem(first.row, 'image_failed', 'images', url));
      else if (found === 'pending') return [notYet(url)];
      else return [before.get(found.url) ?? found];
      return [];
    });
  }
  const alts = first.cells.get('image_alts');
  if (alts === undefined) return;
  const texts = splitList(alts, { keepEmpty: true });
  next.images = next.images.map((image, index) => ({ ...image, alt: (texts[index] ?? '').slice(0, 300) }));
}
