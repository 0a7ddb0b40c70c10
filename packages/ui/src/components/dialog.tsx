import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.tsx';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  className?: string;
};

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Escape, makes the rest inert and gives the focus
 * back. A press on the backdrop closes it too.
 */
export function Dialog({ side, ...props }: DialogProps & { side?: 'left' | 'right' }) {
  const { open, onClose, title, children, footer, wide, className } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { text } = useUi();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return;
    const opener = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      // The browser gives the focus back on close, but not when the dialog leaves the page in the same turn.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way and the browser handles it.
    <dialog
      ref={ref}
      className={cx('mh-dialog', className)}
      data-side={side}
      data-wide={wide}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open ? (
        <>
          <div className="mh-dialog-header">
            <h2 id={titleId} style={{ fontSize: '1.375rem' }}>
              {title}
            </h2>
            <IconButton label={text.close} onClick={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          <div className="mh-dialog-body">{children}</div>
          {footer ? <div className="mh-dialog-footer">{footer}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}

/** A dialog that comes from the side, full height. */
export function Drawer({ side = 'right', ...rest }: DialogProps & { side?: 'left' | 'right' }) {
  return <Dialog {...rest} side={side} />;
}
