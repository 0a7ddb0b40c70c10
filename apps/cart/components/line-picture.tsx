import { Picture } from '@mallhive/ui';

interface LinePictureProps {
  url: string | null;
  /** Width on the page, for the bytes to be right. */
  sizes: string;
  className?: string;
}

/** Decoration: the title of the line stands beside it. */
export function LinePicture({ url, sizes, className }: LinePictureProps) {
  const image = url ? { url, alt: '', width: 320, height: 320 } : null;
  return <Picture image={image} alt="" sizes={sizes} ratio={1} rounded {...(className ? { className } : {})} />;
}
