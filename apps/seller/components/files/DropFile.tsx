import { Button, Notice } from '@mallhive/ui';
import { useRouter } from 'next/router';
import { type DragEvent, useRef, useState } from 'react';
import { UploadRefused } from '../../logic/upload.ts';
import { uploadImport } from '../../logic/upload-file.ts';
import { fileMessages } from '../../messages/files.ts';
import { useOrganisation } from '../organisation.tsx';

const text = fileMessages.import;

/** A place to drop a file on; then on to its mapping. */
export function DropFile() {
  const { sellerId } = useOrganisation();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  async function send(file: File | undefined) {
    if (!file || percent !== null) return;
    setFailure(null);
    setPercent(0);
    try {
      const importId = await uploadImport(sellerId, file, setPercent);
      await router.push(`/import/${importId}`);
    } catch (error) {
      const reason = error instanceof UploadRefused ? error.reason : 'other';
      setFailure(text.refusals[reason] ?? text.failed);
      setPercent(null);
    }
  }
  const drag = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
      <div
        className={`grid justify-items-center gap-4 rounded-tile border-2 border-dashed p-8 text-center transition-colors ${over ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <p className="max-w-prose text-ink-soft">{text.drop}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,text/csv"
          className="sr-only"
          tabIndex={-1}
          aria-label={text.choose}
          onChange={(event) => {
            void send(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="accent" busy={percent !== null} onClick={() => input.current?.click()}>
          {percent === null ? text.choose : text.uploading(percent)}
        </Button>
      </div>
      {failure ? (
        <Notice tone="danger" role="alert" className="mt-4">
          {failure}
        </Notice>
      ) : null}
    </div>
  );
}
