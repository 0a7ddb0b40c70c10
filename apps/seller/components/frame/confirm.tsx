import { Button, Dialog } from '@mallhive/ui';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { frameMessages as text } from '../../messages/frame.ts';

export interface Question {
  title: string;
  /** What will happen. */
  body?: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  cancel?: string;
  tone?: 'danger' | 'normal';
}

type Ask = (question: Question) => Promise<boolean>;
const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** `if (await confirm({ title, body, confirm })) …` – false when the person closes the dialog in any way. */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = useRef<(yes: boolean) => void>(() => undefined);
  const ask = useCallback<Ask>((next) => {
    answer.current(false);
    setQuestion(next);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = (yes: boolean) => {
    answer.current(yes);
    setQuestion(null);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      <Dialog
        open={question !== null}
        onClose={() => close(false)}
        title={question?.title ?? ''}
        footer={
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="quiet" onClick={() => close(false)}>
              {question?.cancel ?? text.confirm.cancel}
            </Button>
            <Button variant={question?.tone === 'danger' ? 'danger' : 'primary'} onClick={() => close(true)}>
              {question?.confirm}
            </Button>
          </div>
        }
      >
        {question?.body}
      </Dialog>
    </ConfirmContext>
  );
}
