import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Banner } from '../display/banner';
import { Button, type ButtonKind } from './button';
import type { IconName } from '../display/icon';
import { Dialog } from './sheet';

interface ConfirmProps {
  /** The button that asks. */
  label: ReactNode;
  /** What it is called where the label alone does not say whom it is about. */
  ariaLabel?: string;
  kind: ButtonKind;
  icon?: IconName;
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

/** An act with consequences for others: asked once more, with the consequence before the button. */
export function Confirm(props: ConfirmProps) {
  const { label, ariaLabel, kind, icon, title, children, actLabel, actKind, isBusy, message } =
    props;
  const [isOpen, setOpen] = useState(false);
  const act = async () => {
    if (await props.onAct()) setOpen(false);
  };
  const actions = (
    <>
      <Button kind={actKind} isBusy={isBusy} onClick={() => void act()}>
        {actLabel}
      </Button>
      <Button onClick={() => setOpen(false)}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
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
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title} actions={actions}>
        <p>{children}</p>
        {props.details}
        {message && (
          <Banner look="danger" role="alert">
            {message}
          </Banner>
        )}
      </Dialog>
    </>
  );
}
