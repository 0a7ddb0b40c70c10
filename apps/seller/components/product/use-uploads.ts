import { useRef, useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import type { DraftImage } from '../../logic/product/types.ts';
import { UploadRefused, uploadPicture } from '../../logic/upload.ts';

export interface Upload {
  id: string;
  file: File;
  percent: number;
  /** Null while it runs. */
  failure: string | null;
}

const atOnce = 3;

/** Uploads of several files, a few at a time; what arrives is handed over in the order it arrives. */
export function useUploads(sellerId: string, onUploaded: (image: DraftImage) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<Upload[]>([]);
  const running = useRef(0);
  // The page changes while files are on their way: the newest way to hand over counts.
  const handOver = useRef(onUploaded);
  handOver.current = onUploaded;

  const change = (id: string, changes: Partial<Upload>) =>
    setUploads((current) => current.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  const dismiss = (id: string) => setUploads((current) => current.filter((upload) => upload.id !== id));

  const next = async (): Promise<void> => {
    const upload = queue.current.shift();
    if (!upload) return;
    running.current += 1;
    try {
      const { url, width, height } = await uploadPicture(sellerId, upload.file, (percent) =>
        change(upload.id, { percent }),
      );
      dismiss(upload.id);
      handOver.current({ url, width, height, alt: '' });
    } catch (error) {
      change(upload.id, { failure: error instanceof UploadRefused ? error.reason : 'other' });
    }
    running.current -= 1;
    void next();
  };
  const enqueue = (added: Upload[]) => {
    queue.current.push(...added);
    while (running.current < atOnce && queue.current.length > 0) void next();
  };
  return {
    uploads,
    dismiss,
    add: (files: Iterable<File>) => {
      const added = [...files].map((file) => ({ id: newId(), file, percent: 0, failure: null }));
      setUploads((current) => [...current, ...added]);
      enqueue(added);
    },
    retry: (upload: Upload) => {
      const again = { ...upload, percent: 0, failure: null };
      change(upload.id, again);
      enqueue([again]);
    },
  };
}
