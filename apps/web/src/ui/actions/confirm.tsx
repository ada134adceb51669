import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Banner } from '../display/banner';
import { Button, type ButtonKind } from './button';
import type { IconName } from '../display/icon';
import { Dialog } from './sheet';

export interface Question {
  title: ReactNode;
  /** What it means, said before it is done. */
  children: ReactNode;
  /** More of it, in lists. */
  details?: ReactNode;
  actLabel: ReactNode;
  actKind: ButtonKind;
  isBusy: boolean;
  message: string | undefined;
  /** Gives whether it was done. */
  onAct: () => Promise<boolean>;
}

interface ConfirmProps extends Question {
  /** The button that asks. */
  label: ReactNode;
  /** What it is called where the label alone does not say whom it is about. */
  ariaLabel?: string;
  kind: ButtonKind;
  icon?: IconName;
}

/** An act with consequences for others: asked once more, with the consequence before the button. */
export function Confirm({ label, ariaLabel, kind, icon, ...question }: ConfirmProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind={kind}
        small={kind === 'text'}
        {...(icon && { icon })}
        aria-label={ariaLabel}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ConfirmDialog isOpen={isOpen} onClose={() => setOpen(false)} {...question} />
    </>
  );
}

type ConfirmDialogProps = Question & { isOpen: boolean; onClose: () => void };

/** The question alone, for acts that are chosen in a menu. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, details, actLabel, actKind, isBusy, message } = props;
  const act = async () => {
    if (await props.onAct()) onClose();
  };
  const actions = (
    <>
      <Button kind={actKind} isBusy={isBusy} onClick={() => void act()}>
        {actLabel}
      </Button>
      <Button onClick={onClose}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      <p>{children}</p>
      {details}
      {message && (
        <Banner look="danger" role="alert">
          {message}
        </Banner>
      )}
    </Dialog>
  );
}
