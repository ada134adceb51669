import { useLingui } from '@lingui/react/macro';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Icon, type IconName } from '../display/icon';

interface Toast {
  text: string;
  icon?: IconName;
  /** Undo: offered for 30 s. */
  onUndo?: () => void;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** `toast({ text, onUndo })`: a short word at the bottom; with `onUndo` it stays 30 s, else 6. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: Toast) => {
    clearTimeout(timer.current);
    setToast(next);
    timer.current = setTimeout(() => setToast(undefined), next.onUndo ? 30_000 : 6_000);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <ToastContext value={show}>
      {children}
      <div role="status">
        {useMemo(
          () => toast && <ToastBox toast={toast} onClose={() => setToast(undefined)} />,
          [toast],
        )}
      </div>
    </ToastContext>
  );
}

function ToastBox({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useLingui();
  const undo = () => {
    toast.onUndo?.();
    onClose();
  };
  return (
    <div className="toast toast--fixed">
      <Icon name={toast.icon ?? 'check'} size="s" />
      <span>{toast.text}</span>
      {toast.onUndo ? (
        <button type="button" onClick={undo}>{t`Deshacer`}</button>
      ) : (
        <button type="button" onClick={onClose}>{t`Cerrar`}</button>
      )}
    </div>
  );
}
