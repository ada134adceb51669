import { useLingui } from '@lingui/react/macro';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { Icon, type IconName } from '../display/icon';

const UNDO_MS = 30_000;
const READ_MS = 6_000;
/** Maximum number of toasts at once; more would cover the page. */
const MOST = 3;

interface Toast {
  /** Says what `onUndo` undoes: the toast stays when the person opens another page. */
  text: string;
  icon?: IconName;
  /** Undo handler; the toast offers it for 30 s. */
  onUndo?: () => void;
  /**
   * Returns the text about what happens at the end of the undo period, given the remaining seconds. The server uses the
   * same period.
   */
  left?: (seconds: number) => string;
}

type ShownToast = Toast & { id: number; until: number };

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/**
 * `toast({ text, onUndo })` shows a short notice at the bottom, for 30 s with `onUndo`, else for 6 s. The next toast
 * replaces it; a toast with `left` stays beside the next one.
 */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((next: Toast) => {
    const now = Date.now();
    const shown = {
      ...next,
      id: now + Math.random(),
      until: now + (next.onUndo ? UNDO_MS : READ_MS),
    };
    setToasts((all) => [...all.filter(({ left }) => left), shown].slice(-MOST));
  }, []);
  const close = useCallback(
    (id: number) => setToasts((all) => all.filter((one) => one.id !== id)),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div role="status" className="toasts">
        {toasts.map((one) => (
          <ToastBox key={one.id} toast={one} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

interface ToastBoxProps {
  toast: ShownToast;
  onClose: (id: number) => void;
}

function ToastBox({ toast, onClose }: ToastBoxProps) {
  const { t } = useLingui();
  const close = () => onClose(toast.id);
  const seconds = useSecondsUntil(toast.until);
  useEffect(() => {
    if (seconds <= 0) onClose(toast.id);
  }, [seconds, toast.id, onClose]);
  const undo = () => {
    toast.onUndo?.();
    close();
  };
  return (
    <div className={toast.left ? 'toast toast--timed' : 'toast'}>
      <Icon name={toast.icon ?? 'check'} size="s" />
      <span>
        {toast.text}
        {toast.left && <small aria-hidden="true">{toast.left(seconds)}</small>}
      </span>
      {toast.onUndo && <button type="button" onClick={undo}>{t`Deshacer`}</button>}
      <button type="button" aria-label={t`Cerrar`} onClick={close}>
        <Icon name="close" size="s" />
      </button>
      {toast.left && (
        <i className="toast__left" style={{ scale: `${(seconds * 1_000) / UNDO_MS} 1` }} />
      )}
    </div>
  );
}

const secondsUntil = (moment: number): number => Math.ceil((moment - Date.now()) / 1_000);

/** Remaining whole seconds, updated each second. */
function useSecondsUntil(moment: number): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(moment));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(moment)), 1_000);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}
