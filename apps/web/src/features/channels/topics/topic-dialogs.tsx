import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useClient } from 'urql';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { Dialog } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import { CHANNEL_QUERY } from '../channel/channel.graphql';
import type { TopicData } from '../list/message-history.graphql';
import { feedPath } from '../feed/feed-path';
import '../messages/error-texts';
import { RENAME_TOPIC, START_TOPIC } from './topics.graphql';

/** Maximum length of a topic's name. */
const MAX_TOPIC_NAME_LENGTH = 80;

interface NameDialogProps {
  title: ReactNode;
  action: ReactNode;
  name?: string;
  note?: ReactNode;
  act: Pick<ReturnType<typeof useMutationState>, 'isBusy' | 'message' | 'fieldMessage'>;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
}

function NameDialog({ title, action, name, note, act, onName, onClose }: NameDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onName(String(new FormData(event.currentTarget).get('name') ?? ''));
  };
  const actions = (
    <>
      <Button kind="primary" type="submit" form={form} isBusy={act.isBusy}>
        {action}
      </Button>
      <Button onClick={onClose}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  const nameError = act.fieldMessage('name');
  return (
    <Dialog isOpen onClose={onClose} title={title} actions={actions}>
      <form id={form} className="stack" onSubmit={submit} noValidate>
        {!nameError && <ErrorBanner text={act.message} />}
        {note && <p className="muted">{note}</p>}
        <TextField
          label={t`Nombre del tema`}
          name="name"
          maxLength={MAX_TOPIC_NAME_LENGTH}
          defaultValue={name}
          error={nameError}
        />
      </form>
    </Dialog>
  );
}

interface StartTopicProps {
  channelId: string;
  /** Called before navigating to the new topic. */
  onStarted?: () => void;
  onClose: () => void;
}

export function StartTopicDialog({ channelId, onStarted, onClose }: StartTopicProps) {
  const client = useClient();
  const navigate = usePageNavigate();
  const start = useMutationState(START_TOPIC);
  const onName = async (name: string) => {
    const data = await start.run({ input: { channelId, name } });
    if (!data) return;
    // Refreshes the cached channel, so that the new topic's page finds it.
    await client.query(CHANNEL_QUERY, { id: channelId }, { requestPolicy: 'network-only' });
    onClose();
    onStarted?.();
    navigate(feedPath({ channelId, topicId: data.startTopic.id }));
  };
  return (
    <NameDialog
      title={<Trans>Tema nuevo</Trans>}
      action={<Trans>Abrir el tema</Trans>}
      note={
        <Trans>Lo leen las personas del canal. Todo el canal verá este nombre enseguida.</Trans>
      }
      act={start}
      onName={onName}
      onClose={onClose}
    />
  );
}

interface RenameTopicProps {
  topic: TopicData;
  onClose: () => void;
}

export function RenameTopicDialog({ topic, onClose }: RenameTopicProps) {
  const { t } = useLingui();
  const toast = useToast();
  const rename = useMutationState(RENAME_TOPIC);
  const onName = async (name: string) => {
    if (!(await rename.run({ input: { topicId: topic.id, name } }))) return;
    toast({ text: t`Nombre cambiado` });
    onClose();
  };
  return (
    <NameDialog
      title={<Trans>Cambiar el nombre del tema</Trans>}
      action={<Trans>Guardar</Trans>}
      name={topic.name}
      act={rename}
      onName={onName}
      onClose={onClose}
    />
  );
}
