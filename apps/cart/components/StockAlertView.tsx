import { BellIcon, Button, CheckCircleIcon } from '@mallhive/ui';
import { useTexts } from '../texts.ts';

export interface StockAlertViewProps {
  waiting: boolean;
  /** False in the server's HTML, before the page can react. */
  ready: boolean;
  busy: boolean;
  onWait: () => void;
  onStop: () => void;
}

/** Below what is sold out: asks to be told, or says that we do. */
export function StockAlertView({ waiting, ready, busy, onWait, onStop }: StockAlertViewProps) {
  const text = useTexts().alert;
  return (
    <div aria-live="polite" className="grid gap-2">
      {waiting ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-positive">
          <span className="flex items-center gap-2">
            <CheckCircleIcon />
            {text.waiting}
          </span>
          <Button variant="link" size="small" busy={busy} onClick={onStop}>
            {text.stop}
          </Button>
        </p>
      ) : (
        <>
          <Button variant="secondary" block disabled={!ready} busy={busy} onClick={onWait}>
            <BellIcon />
            {text.wait}
          </Button>
          <p className="text-sm text-ink-soft">{text.hint}</p>
        </>
      )}
    </div>
  );
}
