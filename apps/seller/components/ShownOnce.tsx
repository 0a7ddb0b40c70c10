import { Button, Notice } from '@mallhive/ui';
import { useState } from 'react';

interface ShownOnceProps {
  value: string;
  text: { made: string; copy: string; copied: string; done: string };
  onClose: () => void;
}

/** A secret as it is shown this one time. */
export function ShownOnce({ value, text, onClose }: ShownOnceProps) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="grid gap-4">
      <Notice tone="caution">{text.made}</Notice>
      <code className="rounded-control bg-sunken p-3 text-sm break-all select-all">{value}</code>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <span role="status" className="text-sm text-ink-soft">
          {copied ? text.copied : ''}
        </span>
        <Button variant="secondary" onClick={copy}>
          {text.copy}
        </Button>
        <Button onClick={onClose}>{text.done}</Button>
      </div>
    </div>
  );
}
