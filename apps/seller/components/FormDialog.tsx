import { Button, Dialog, Notice } from '@mallhive/ui';
import { type FormEvent, type ReactNode, useId } from 'react';

interface FormDialogProps {
  title: string;
  /** What the form is called where it is not the title. */
  label?: string;
  submit: string;
  /** What the button says meanwhile, where it is not the same. */
  submitting?: string;
  busy: boolean;
  /** Why the last try was refused. */
  refusal: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** One form in a dialog: what was refused above it, the button that sends it below. */
export function FormDialog(props: FormDialogProps) {
  const { title, label = title, submit, submitting = submit, busy, refusal, onSubmit, onClose, children } = props;
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form={id} variant="accent" busy={busy}>
            {busy ? submitting : submit}
          </Button>
        </div>
      }
    >
      <form id={id} noValidate onSubmit={send} className="grid gap-4" aria-label={label}>
        {refusal ? (
          <Notice tone="danger" role="alert">
            {refusal}
          </Notice>
        ) : null}
        {children}
      </form>
    </Dialog>
  );
}
