import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { keepChoice } from '../../../lib/device/storage';
import { Button } from '../../../ui/actions/button';
import { Check } from '../../../ui/forms/choice';
import { Dialog } from '../../../ui/actions/sheet';
import { hasSingleKeys, SINGLE_KEYS, useQueueKeys } from './use-desk-keys';

/** The keys of the desk: a button, the key ?, and a way to turn single keys off. */
export function DeskHelp() {
  const [isOpen, setOpen] = useState(false);
  const [isOn, setOn] = useState(hasSingleKeys);
  const { t } = useLingui();
  useQueueKeys(() => setOpen(true));
  const toggle = () => {
    keepChoice(SINGLE_KEYS, isOn ? 'off' : undefined);
    setOn(!isOn);
  };
  return (
    <>
      <Button kind="text" small className="only-d" onClick={() => setOpen(true)}>
        <Trans>Teclas</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>Teclas de la Mesa</Trans>}
        actions={
          <Button kind="primary" onClick={() => setOpen(false)}>
            <Trans>Cerrar</Trans>
          </Button>
        }
      >
        <dl className="keys">
          <Key keys="J · K">{t`Bajar y subir en la cola`}</Key>
          <Key keys="Enter">{t`Abrir`}</Key>
          <Key keys="1 · 2 · 3 …">{t`Marcar lo que miraste`}</Key>
          <Key keys="A · M · D">{t`Aceptar, preguntar algo más, no aceptar`}</Key>
          <Key keys="/">{t`Empezar con un texto, en un campo vacío`}</Key>
          <Key keys="Ctrl Enter">{t`Enviar`}</Key>
          <Key keys="?">{t`Esta ayuda`}</Key>
        </dl>
        <Check checked={isOn} onChange={toggle}>
          <Trans>Usar teclas sueltas</Trans>
        </Check>
      </Dialog>
    </>
  );
}

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <div className="inline between">
      <dt>{children}</dt>
      <dd className="kbd">{keys}</dd>
    </div>
  );
}
