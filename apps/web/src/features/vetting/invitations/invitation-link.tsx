import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { useToast } from '../../../ui/actions/toast';

/** The link of an invitation, the one time that it can be seen. */
export function InvitationLink({ path, onDone }: { path: string; onDone: () => void }) {
  const link = `${location.origin}${path}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card isWaiting aria-labelledby="link-title">
      <div className="stack stack--1">
        <h2 className="h3" id="link-title" tabIndex={-1} ref={heading}>
          <Trans>Este es el enlace</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Se muestra una sola vez: dáselo ahora, por un medio en el que confíes. Sirve para una
            persona, durante catorce días.
          </Trans>
        </p>
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
