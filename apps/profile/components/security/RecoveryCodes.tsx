import { Button, Dialog } from '@mallhive/ui';
import { saveFile } from '../../logic/save-file.ts';
import { useTexts } from '../../texts.ts';

/** The codes as they are shown once. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const text = useTexts().security.factor;
  return (
    <Dialog open onClose={onClose} title={text.codesTitle}>
      <div className="grid gap-5">
        <p>{text.codesLead}</p>
        <ul dir="ltr" className="grid grid-cols-2 gap-2 rounded-control bg-sunken p-4 font-mono text-sm">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => saveFile(text.file, `${codes.join('\n')}\n`, 'text/plain')}>
            {text.download}
          </Button>
          <Button onClick={onClose}>{text.kept}</Button>
        </p>
      </div>
    </Dialog>
  );
}
