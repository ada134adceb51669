import { Trans, useLingui } from '@lingui/react/macro';
import { lockNow, quickExit } from '../../lib/device/lock-and-exit';
import { Button } from './button';
import { Sheet } from './sheet';

/** Menu with lock and quick exit; explains the effects and limits of each. */
export function ShieldMenu({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Escudo`}>
      <Button kind="danger" block icon="lock" className="btn--tall" onClick={() => void lockNow()}>
        <Trans>Bloquear ahora</Trans>
      </Button>
      <p className="xs muted">
        <Trans>
          Borra lo que Trama guardó en este dispositivo y cierra tu sesión. Sin conexión también
          borra; la sesión se cierra cuando Trama se vuelva a abrir con conexión. Tu cuenta y tus
          mensajes quedan intactos.
        </Trans>
      </p>
      <Button kind="clay" block icon="exit" onClick={quickExit}>
        <Trans>Salir rápido a otra página</Trans>
      </Button>
      <p className="xs muted">
        <Trans>Tu sesión sigue abierta. Ninguna de las dos borra el historial del navegador.</Trans>
      </p>
      <p className="xs muted">
        <Trans>
          También: mantén presionado el escudo un segundo, o pulsa Mayús tres veces. Así se bloquea
          al instante.
        </Trans>
      </p>
    </Sheet>
  );
}
