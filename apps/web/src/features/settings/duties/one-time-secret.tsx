import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { useToast } from '../../../ui/actions/toast';

interface ShownOnceProps {
  title: ReactNode;
  /** Explains the secret's purpose, its expiry and its recipient. */
  children: ReactNode;
  secret: string;
  onDone: () => void;
}

/** Shows a secret that cannot be shown again. */
export function OneTimeSecret({ title, children, secret, onDone }: ShownOnceProps) {
  const { t } = useLingui();
  const toast = useToast();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast({ text: t`Copiado` });
  };
  return (
    <Card isWaiting aria-labelledby={id}>
      <div className="stack stack--1">
        <h2 className="h3" id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p className="muted">{children}</p>
      </div>
      <p className="mono breakable">{secret}</p>
      <div className="btns">
        <Button kind="primary" icon="copy" onClick={() => void copy()}>
          <Trans>Copiar</Trans>
        </Button>
        <Button kind="text" onClick={onDone}>
          <Trans>Ya lo di</Trans>
        </Button>
      </div>
    </Card>
  );
}
