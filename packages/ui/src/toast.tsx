import {
  type Context,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { IconButton } from './components/button.tsx';
import { CloseIcon } from './components/icons.tsx';
import { useUi } from './i18n/context.tsx';

export type ToastMessage = {
  message: ReactNode;
  tone?: 'neutral' | 'danger';
  /** One thing the shopper can do about it: Undo, View cart. */
  action?: { label: string; onAction: () => void };
  /** Six seconds; a message with an action stays ten. */
  durationMs?: number;
};
type Shown = ToastMessage & { id: number };
export type Toaster = { show: (toast: ToastMessage) => number; dismiss: (id: number) => void };

const key = Symbol.for('mallhive.ui.toasts');
const shared = globalThis as { [key]?: Context<Toaster> };
// One context for shell and remotes, though each bundles its own copy of this file.
shared[key] ??= createContext<Toaster>({ show: () => 0, dismiss: () => undefined });
const ToastContext = shared[key];

/** Without a provider above, messages go nowhere: nothing breaks, nothing is shown. */
export function useToast(): Toaster {
  return useContext(ToastContext);
}

/** For pages that hold something at the bottom edge: messages stand above it, by `lift`, a CSS length. */
export function useToastLift(lift: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--mh-toast-lift', lift);
    return () => {
      style.removeProperty('--mh-toast-lift');
    };
  }, [lift]);
}

/** Keeps at most three messages; pointing at one or focusing it stops its clock. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { text } = useUi();
  const [toasts, setToasts] = useState<Shown[]>([]);
  const nextId = useRef(1);
  const dismiss = useCallback((id: number) => setToasts((current) => current.filter((toast) => toast.id !== id)), []);
  const show = useCallback((toast: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    setToasts((current) => [...current.slice(-2), { ...toast, id }]);
    return id;
  }, []);
  const value = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastContext value={value}>
      {children}
      <section className="mh-toasts" aria-label={text.notifications} aria-live="polite">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext>
  );
}

function Toast({ toast, onDismiss }: { toast: Shown; onDismiss: (id: number) => void }) {
  const { text } = useUi();
  const [held, setHeld] = useState(false);
  const { id, durationMs = toast.action ? 10_000 : 6_000 } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDismiss(id), durationMs);
    return () => clearTimeout(timer);
  }, [held, id, durationMs, onDismiss]);
  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message only stops its clock.
    <div
      className="mh-toast"
      data-tone={toast.tone}
      role={toast.tone === 'danger' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span style={{ flex: 1 }}>{toast.message}</span>
      {action ? (
        <button
          type="button"
          className="mh-toast-action"
          onClick={() => {
            action.onAction();
            onDismiss(id);
          }}
        >
          {action.label}
        </button>
      ) : null}
      <IconButton label={text.dismiss} size="small" onClick={() => onDismiss(id)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
