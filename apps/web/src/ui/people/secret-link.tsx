import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../actions/button';
import { useToast } from '../actions/toast';
import { Card } from '../display/card';

interface LinkToGiveProps {
  link: string;
  /** Text that names the recipient and the validity. */
  children: ReactNode;
  onDone: () => void;
}

/** A secret link to give to another person. It can be seen only once. */
export function SecretLink({ link, children, onDone }: LinkToGiveProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card isWaiting aria-labelledby="link-title">
      <div className="stack stack--1">
        <h2 className="h3" id="link-title" tabIndex={-1} ref={heading}>
          <Trans>Este es el enlace</Trans>
        </h2>
        <p className="muted">{children}</p>
      </div>
      <p className="mono breakable">{link}</p>
      <Handing link={link} onDone={onDone} />
    </Card>
  );
}

function Handing({ link, onDone }: { link: string; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toast({ text: t`Enlace copiado` });
  };
  const share = () => void navigator.share({ url: link }).catch(() => undefined);
  return (
    <div className="btns">
      {'share' in navigator && (
        <Button kind="primary" onClick={share}>
          <Trans>Compartir</Trans>
        </Button>
      )}
      <Button
        kind={'share' in navigator ? 'line' : 'primary'}
        icon="copy"
        onClick={() => void copy()}
      >
        <Trans>Copiar</Trans>
      </Button>
      <Button kind="text" onClick={onDone}>
        <Trans>Ya lo di</Trans>
      </Button>
    </div>
  );
}
