import { useLingui } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';

interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/** Slides in from the bottom on a phone; a panel below the top bar on a wide screen. */
export function Sheet({ isOpen, onClose, title, children }: SheetProps) {
  const { t } = useLingui();
  const id = useId();
  if (!isOpen) return null;
  return (
    <Modal className="sheet" aria-labelledby={id} onClose={onClose}>
      <div className="sheet__grip" />
      <div className="inline between">
        <h2 id={id} className="h1">
          {title}
        </h2>
        <IconButton icon="close" label={t`Cerrar`} onClick={onClose} />
      </div>
      <div className="stack stack--3">{children}</div>
    </Modal>
  );
}

/**
 * Centred dialog for actions that cannot be undone. Name the consequence; put the buttons in `actions`. It opens at its
 * first field, or at its heading: a second press of Enter must not confirm unread.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
}: SheetProps & { actions: ReactNode }) {
  const id = useId();
  if (!isOpen) return null;
  return (
    <Modal className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="stack">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {children}
        <div className="btns">{actions}</div>
      </div>
    </Modal>
  );
}

/**
 * A modal dialog that is open while it is mounted. Escape or a click on the backdrop closes it; the focus returns to the
 * opener.
 */
export function Modal({
  onClose,
  ...rest
}: Omit<ComponentProps<'dialog'>, 'onClose'> & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const box = dialog.current;
    box?.showModal();
    const find = (what: string) => box?.querySelector<HTMLElement>('.dialog ' + what);
    (find(':is(input, textarea)') ?? find('h2'))?.focus();
    return () => {
      box?.close();
      opener?.focus();
    };
  }, []);
  return (
    <dialog
      {...rest}
      ref={dialog}
      onClose={onClose}
      onClick={({ target, currentTarget, clientX, clientY }) => {
        const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
        const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
        if (target === currentTarget && !isInside) onClose();
      }}
    />
  );
}
