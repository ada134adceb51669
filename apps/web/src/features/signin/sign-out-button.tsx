import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { countStored } from '../../lib/device/device-store';
import { formQueue } from '../../lib/device/form-queue';
import { useOutbox } from '../../lib/device/outbox';
import { useConnection } from '../../lib/server/connection';
import { withTimeout } from '../../lib/device/leave-device';
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
  /** Names the data that stays and the way to come back. */
  consequence: ReactNode;
}

/** Unsent items that signing out erases; `isUnknown` if the count timed out. */
interface UnsentItems {
  readonly messages: number;
  readonly forms: number;
  readonly drafts: number;
  readonly isUnknown: boolean;
}
const NONE: UnsentItems = { messages: 0, forms: 0, drafts: 0, isUnknown: false };

/** Timeout of the count: another tab may block the database. */
const COUNT_MS = 1_000;

/** Counts the items of all accounts, because signing out erases the device. A device without a database has none. */
async function countUnsent(queuedMessages: number, queuedForms: number): Promise<UnsentItems> {
  const stores = ['outbox', 'forms', 'drafts'] as const;
  const counting = stores.map((storeName) => countStored(storeName).catch(() => 0));
  const counts = await withTimeout(COUNT_MS, Promise.all(counting));
  const [messages = 0, forms = 0, drafts = 0] = counts ?? [];
  return {
    // An item that the device could not store is in the queue only.
    messages: Math.max(messages, queuedMessages),
    forms: Math.max(forms, queuedForms),
    drafts,
    isUnknown: counts === undefined,
  };
}

/**
 * Signs out of this device. It asks first when unsent texts would be lost, or when there is no connection to end the
 * session.
 */
export function SignOutButton(props: SignOutButtonProps) {
  const { label, page = '/sign-in', consequence, ...look } = props;
  const { t } = useLingui();
  const queuedMessages = useOutbox().length;
  const queuedForms = formQueue.use().length;
  const isOffline = useConnection() === 'offline';
  const [unsent, setUnsent] = useState(NONE);
  const [isConfirming, setConfirming] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const performSignOut = async () => {
    setBusy(true);
    const title = t`Tu sesión puede seguir abierta`;
    const text = t`Lo que Trama guardó en este dispositivo se borró. Tu sesión se cerrará la próxima vez que abras Trama aquí con conexión. Ya puedes cerrar esta página.`;
    await signOut({ page: `/${currentLanguage()}${page}`, offlineNotice: { title, text } });
    return false; // The dialog stays until this page is gone.
  };
  const handleSignOutClick = async () => {
    const found = await countUnsent(queuedMessages, queuedForms);
    setUnsent(found);
    const { messages, forms, drafts, isUnknown } = found;
    if (messages + forms + drafts > 0 || isUnknown || isOffline) setConfirming(true);
    else void performSignOut();
  };
  return (
    <>
      <Button {...look} isBusy={isBusy} onClick={() => void handleSignOutClick()}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isConfirming}
        onClose={() => isBusy || setConfirming(false)}
        title={<Trans>¿Cerrar sesión en este dispositivo?</Trans>}
        actLabel={<Trans>Cerrar sesión y borrar</Trans>}
        actKind="danger"
        isBusy={isBusy}
        onAct={performSignOut}
        details={<Losses unsent={unsent} isOffline={isOffline} />}
      >
        <Trans>Se borra de este dispositivo lo que Trama guardó.</Trans> {consequence}
      </ConfirmDialog>
    </>
  );
}

function Losses({ unsent, isOffline }: { unsent: UnsentItems; isOffline: boolean }) {
  const { messages: messageCount, forms: formCount } = unsent;
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
  const drafts: ActionEffect = ['edit', <Trans key="drafts">Tus borradores</Trans>];
  const losses = [
    ...(messageCount > 0 ? [messages] : []),
    ...(formCount > 0 ? [forms] : []),
    ...(unsent.drafts > 0 || unsent.isUnknown ? [drafts] : []),
  ];
  return (
    <>
      {losses.length > 0 && (
        <ActionEffects title={<Trans>También perderás</Trans>} effects={losses} />
      )}
      {isOffline && (
        <p className="muted">
          <Trans>
            No hay conexión: tu sesión se cerrará en el servidor la próxima vez que abras Trama aquí
            con conexión.
          </Trans>
        </p>
      )}
    </>
  );
}
