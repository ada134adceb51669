import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Banner } from '../display/banner';
import { Button, type ButtonKind } from './button';
import type { IconName } from '../display/icon';
import { Dialog } from './sheet';

export interface ConfirmQuestion {
  title: ReactNode;
  /** Consequence of the action. */
  children: ReactNode;
  /** Further consequences, as lists. */
  details?: ReactNode;
  actLabel: ReactNode;
  actKind: ButtonKind;
  isBusy: boolean;
  message?: string | undefined;
  /** Returns whether the action succeeded. */
  onAct: () => Promise<boolean>;
}

interface ConfirmProps extends ConfirmQuestion {
  /** Label of the button that opens the dialog. */
  label: ReactNode;
  /** Accessible name, if the label does not name the person or thing. */
  ariaLabel?: string;
  kind: ButtonKind;
  icon?: IconName;
}

/**
 * Button for an action with consequences for others. It opens a dialog that explains the consequence before the confirm
 * button.
 */
export function ConfirmButton({ label, ariaLabel, kind, icon, ...question }: ConfirmProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind={kind}
        small={kind === 'text'}
        icon={icon}
        aria-label={ariaLabel}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ConfirmDialog isOpen={isOpen} onClose={() => setOpen(false)} {...question} />
    </>
  );
}

type ConfirmDialogProps = ConfirmQuestion & { isOpen: boolean; onClose: () => void };

/** The confirmation dialog alone, for actions in a menu. */
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
