import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { Dialog } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import type { ChannelData } from '../list/message-history.graphql';
import '../messages/error-texts';
import { ARCHIVE_CHANNEL, RENAME_CHANNEL } from './manage-channel.graphql';

interface ActProps {
  channel: ChannelData;
  onClose: () => void;
}

export function RenameChannelDialog({ channel, onClose }: ActProps) {
  const { t } = useLingui();
  const toast = useToast();
  const form = useId();
  const rename = useMutationState(RENAME_CHANNEL);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    if (!(await rename.run({ input: { channelId: channel.id, name } }))) return;
    toast({ text: t`Nombre cambiado` });
    onClose();
  };
  const actions = (
    <>
      <Button kind="primary" type="submit" form={form} isBusy={rename.isBusy}>
        <Trans>Guardar</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Cambiar el nombre</Trans>} actions={actions}>
      <form id={form} className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {!rename.fieldMessage('name') && <ErrorBanner text={rename.message} />}
        <TextField
          label={t`Nombre del canal`}
          name="name"
          maxLength={60}
          defaultValue={channel.name}
          error={rename.fieldMessage('name')}
        />
      </form>
    </Dialog>
  );
}

export function ArchiveChannelDialog({ channel, onClose }: ActProps) {
  const { t } = useLingui();
  const toast = useToast();
  const archive = useMutationState(ARCHIVE_CHANNEL);
  const act = async () => {
    if (!(await archive.run({ id: channel.id }))) return;
    toast({ text: t`Canal archivado` });
    onClose();
  };
  const actions = (
    <>
      <Button kind="danger" isBusy={archive.isBusy} onClick={() => void act()}>
        <Trans>Archivar</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Trans>Archivar {channel.name}</Trans>}
      actions={actions}
    >
      <p>
        <Trans>
          Nadie podrá escribir más aquí, y sale de la lista de canales. Lo escrito se sigue leyendo
          desde la página del grupo. No se puede deshacer.
        </Trans>
      </p>
      <ErrorBanner text={archive.message} />
    </Dialog>
  );
}
