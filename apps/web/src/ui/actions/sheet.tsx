import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { IconButton } from './button';

interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/**
 * Slides in from the bottom on a phone; a panel below the top bar on a wide screen. Escape or a click on the backdrop
 * closes it; the focus returns to the opener.
 */
export function Sheet({ isOpen, onClose, title, children }: SheetProps) {
  const { t } = useLingui();
  const id = useId();
  const dialog = useModal(isOpen);
  if (!isOpen) return null;
  return (
    <dialog
      className="sheet"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => closeOnBackdropClick(event, onClose)}
    >
      <div className="sheet__grip" />
      <div className="inline between">
        <h2 id={id} className="h1">
          {title}
        </h2>
        <IconButton icon="close" label={t`Cerrar`} onClick={onClose} />
      </div>
      <div className="stack stack--3">{children}</div>
    </dialog>
  );
}

/** Centred dialog for actions that cannot be undone. Name the consequence; put the buttons in `actions`. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
}: SheetProps & { actions: ReactNode }) {
  const id = useId();
  const dialog = useModal(isOpen);
  if (!isOpen) return null;
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => closeOnBackdropClick(event, onClose)}
    >
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
        <div className="btns">{actions}</div>
      </div>
    </dialog>
  );
}

/** Opens the dialog as modal when mounted, and restores the focus when unmounted. */
export function useModal(isOpen: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const opener = document.activeElement;
    const box = dialog.current;
    if (box && !box.open) box.showModal();
    return () => {
      box?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isOpen]);
  return dialog;
}

export function closeOnBackdropClick(event: MouseEvent<HTMLDialogElement>, onClose: () => void) {
  if (event.target !== event.currentTarget) return;
  const box = event.currentTarget.getBoundingClientRect();
  const isInside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  if (!isInside) onClose();
}
