import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { getStoredKeys } from '../../lib/device/device-store';
import { formQueue } from '../../lib/device/form-queue';
import { useOutbox } from '../../lib/device/outbox';
import { useConnection } from '../../lib/server/connection';
import { currentLanguage } from '../../lib/text/language';
import { Button, type ButtonKind } from '../../ui/actions/button';
import { ConfirmDialog } from '../../ui/actions/confirm';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import type { IconName } from '../../ui/display/icon';
import { signOut } from './sign-out';

interface SignOutButtonProps {
  label: string;
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  /** Path of the page to come back, without the language. */
  page?: string;
}

/** Number of drafts of this account on this device. A device without a database has none. */
const countDrafts = () =>
  getStoredKeys('drafts').then(
    (keys) => keys.length,
    () => 0,
  );

/**
 * Signs out of this device. It asks first when unsent texts would be lost, or when there is no connection to end the
 * session.
 */
export function SignOutButton({ label, page = '/sign-in', ...look }: SignOutButtonProps) {
  const { t } = useLingui();
  const messageCount = useOutbox().length;
  const formCount = formQueue.use().length;
  const isOffline = useConnection() === 'offline';
  const [draftCount, setDraftCount] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const title = t`Cerraste sesión en este dispositivo`;
    const text = t`Lo que Trama guardó aquí se borró. Tu sesión se cierra en el servidor cuando abras Trama aquí con conexión. Ya puedes cerrar esta página.`;
    await signOut({ page: `/${currentLanguage()}${page}`, offlineNotice: { title, text } });
    return false; // The dialog stays until this page is gone.
  };
  const start = async () => {
    const drafts = await countDrafts();
    setDraftCount(drafts);
    if (messageCount + formCount + drafts > 0 || isOffline) setAsking(true);
    else void leave();
  };
  return (
    <>
      <Button {...look} isBusy={isBusy} onClick={() => void start()}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={<Trans>¿Cerrar sesión en este dispositivo?</Trans>}
        actLabel={<Trans>Cerrar sesión y borrar</Trans>}
        actKind="danger"
        isBusy={isBusy}
        message={undefined}
        onAct={leave}
        details={<Losses {...{ messageCount, formCount, draftCount, isOffline }} />}
      >
        <Trans>
          Se borra de este dispositivo lo que Trama guardó. Tu cuenta y lo que ya enviaste quedan
          intactos.
        </Trans>
      </ConfirmDialog>
    </>
  );
}

interface LossesProps {
  messageCount: number;
  formCount: number;
  draftCount: number;
  isOffline: boolean;
}

function Losses({ messageCount, formCount, draftCount, isOffline }: LossesProps) {
  const messages: ActionEffect = [
    'clock',
    <Plural
      key="messages"
      value={messageCount}
      one="# mensaje sin enviar"
      other="# mensajes sin enviar"
    />,
  ];
  const forms: ActionEffect = [
    'clock',
    <Plural
      key="forms"
      value={formCount}
      one="# formulario sin enviar"
      other="# formularios sin enviar"
    />,
  ];
  const drafts: ActionEffect = [
    'edit',
    <Trans key="drafts">Lo que dejaste a medio escribir</Trans>,
  ];
  const losses = [
    ...(messageCount > 0 ? [messages] : []),
    ...(formCount > 0 ? [forms] : []),
    ...(draftCount > 0 ? [drafts] : []),
  ];
  return (
    <>
      {losses.length > 0 && (
        <ActionEffects title={<Trans>También se pierde</Trans>} effects={losses} />
      )}
      {isOffline && (
        <p className="muted">
          <Trans>
            No hay conexión: tu sesión se cierra en el servidor cuando abras Trama aquí con
            conexión.
          </Trans>
        </p>
      )}
    </>
  );
}
