import { Button, Dialog } from '@mallhive/ui';
import { useState } from 'react';
import { saveFile } from '../../logic/save-file.ts';
import { useTexts } from '../../texts.ts';

/** The codes as they are shown once. On paper they stand alone, with what they are for. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const text = useTexts().security.factor;
  const [copied, setCopied] = useState<boolean | null>(null);
  const all = `${codes.join('\n')}\n`;
  const copy = async () => {
    // Not there on pages without TLS.
    const done = await navigator.clipboard?.writeText(all).then(
      () => true,
      () => false,
    );
    setCopied(done ?? false);
  };
  return (
    <Dialog open onClose={onClose} title={text.codesTitle}>
      <div className="grid gap-5">
        <p>{text.codesLead}</p>
        <div data-print-alone>
          <p className="mb-4 hidden font-semibold print:block">MallHive · {text.codesTitle}</p>
          <ul dir="ltr" className="grid grid-cols-2 gap-2 rounded-control bg-sunken p-4 font-mono text-sm">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
        <p role="status" className={copied === false ? 'text-sm text-danger' : 'mh-visually-hidden'}>
          {copied === null ? '' : copied ? text.copied : text.copyFailed}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" onClick={() => saveFile(text.file, all, 'text/plain')}>
            {text.download}
          </Button>
          <Button variant="secondary" onClick={() => void copy()}>
            {copied ? text.copied : text.copy}
          </Button>
          <Button variant="secondary" onClick={() => window.print()}>
            {text.print}
          </Button>
          <Button className="ms-auto" onClick={onClose}>
            {text.kept}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
