import { Button } from '@mallhive/ui';
import { useId, useRef, useState } from 'react';
import { UploadRefused, uploadPicture } from '../../logic/upload.ts';
import { productMessages } from '../../messages/products.ts';
import { shopPageMessages as text } from '../../messages/shop-page.ts';
import { useOrganisation } from '../organisation.tsx';

interface PictureFieldProps {
  label: string;
  hint: string;
  url: string;
  wide?: boolean;
  onChange: (url: string) => void;
}

export function PictureField({ label, hint, url, wide, onChange }: PictureFieldProps) {
  const { sellerId } = useOrganisation();
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const hintId = useId();
  const upload = async (file: File) => {
    setFailure(null);
    setPercent(0);
    try {
      const image = await uploadPicture(sellerId, file, setPercent);
      onChange(image.url);
    } catch (error) {
      const reason = error instanceof UploadRefused ? error.reason : 'other';
      const { failed } = productMessages.images;
      setFailure(failed[reason] ?? failed.other ?? reason);
    }
    setPercent(null);
  };
  return (
    <fieldset className="mh-field">
      <legend className="mh-label">{label}</legend>
      <div className="flex flex-wrap items-center gap-4">
        <span
          className={`grid shrink-0 place-items-center overflow-hidden rounded-control border border-line bg-sunken ${wide ? 'h-20 w-64 max-w-full' : 'size-20'}`}
        >
          {url ? <img src={url} alt="" className="size-full object-cover" /> : null}
        </span>
        <span className="flex gap-2">
          <Button
            size="small"
            variant="secondary"
            busy={percent !== null}
            aria-label={`${url ? text.replace : text.choose}: ${label}`}
            aria-describedby={hintId}
            onClick={() => input.current?.click()}
          >
            {percent === null ? (url ? text.replace : text.choose) : text.uploading(percent)}
          </Button>
          {url ? (
            <Button size="small" variant="quiet" aria-label={`${text.remove}: ${label}`} onClick={() => onChange('')}>
              {text.remove}
            </Button>
          ) : null}
        </span>
      </div>
      <span className="mh-hint" id={hintId}>
        {hint}
      </span>
      {failure ? (
        <span className="mh-field-error" role="alert">
          {failure}
        </span>
      ) : null}
      <input
        ref={input}
        type="file"
        className="hidden"
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void upload(file);
        }}
      />
    </fieldset>
  );
}
