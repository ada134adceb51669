import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { AnswerBar } from '../../features/channels/channel/lazy-components';
import { MAX_MESSAGE_LENGTH } from '../../features/channels/feed/feed-layout';
import type { ChannelMessage } from '../../features/channels/list/message-history.graphql';
import { useInsertTemplate } from '../../features/support/templates/insert-template';
import { useThreadDraft } from '../../features/support/threads/use-thread-draft';
import { useVoiceWarning } from '../../features/support/voice/voice-warning';
import { enqueueMessage } from '../../lib/device/outbox';
import type { QueuedFile } from '../../lib/device/queued-files';
import { threadFeedKey } from '../../lib/device/thread-feeds';
import { Button } from '../../ui/actions/button';
import { Icon } from '../../ui/display/icon';
import { Composer } from '../../ui/messages/composer';
import type { ThreadPlace } from '.';
import { THREAD_PARTS } from './thread-parts';

interface ThreadComposerProps {
  place: ThreadPlace;
  channelId: string;
  requestId: string;
  /** Whether no supporter reads the conversation now. */
  isUnread: boolean;
  answered: ChannelMessage | undefined;
  onAnswered: (none: undefined) => void;
}

/** Composer of a thread. It says who reads the message; its draft and files stay in memory until they are sent. */
export function ThreadComposer(props: ThreadComposerProps) {
  const { place, channelId, requestId, isUnread, answered, onAnswered } = props;
  const label = useLabel(place, isUnread);
  const { pathname: path } = useLocation();
  const [text, setText] = useThreadDraft(channelId);
  const [files, setFiles] = useState<readonly QueuedFile[]>();
  const [focused, setFocused] = useState(0);
  const focus = () => setFocused((times) => times + 1);
  const { onFirst, warning } = useVoiceWarning(
    <Trans>
      La escuchan solo las personas que leen esta conversación. Se guarda cifrada con la clave del
      caso y se destruye con él.
    </Trans>,
    focus,
  );
  const templates = useInsertTemplate(requestId, {
    ...{ value: text, onChange: setText, onTaken: focus },
    isPaused: place !== 'requester',
  });
  const feed = threadFeedKey(channelId);
  const leave = () => onAnswered(undefined);
  const post = (body: string, of = files) => {
    void enqueueMessage({ channelId, body, path, replyToId: answered?.id, files: of });
    leave();
  };
  const send = (body: string) => {
    setText('');
    setFiles(undefined);
    post(body);
  };
  const isEmpty = !text.trim() && !files;
  return (
    <Composer
      value={text}
      onChange={templates.onType}
      onSend={send}
      isFull={files !== undefined}
      above={warning}
      before={
        <>
          <THREAD_PARTS.ComposerAttachments {...{ feed, files }} onFiles={setFiles} />
          {templates.button}
        </>
      }
      after={
        isEmpty && (
          <THREAD_PARTS.Microphone {...{ feed, onFirst }} onSend={(one) => post('', [one])} />
        )
      }
      isFocused={answered?.id ?? (focused > 0 && `${focused}`)}
      onEscape={leave}
      label={label}
      placeholder={place === 'internal' ? label : templates.placeholder}
      maxLength={MAX_MESSAGE_LENGTH}
      meta={
        answered ? <AnswerBar answered={answered} onCancel={leave} /> : <Readers place={place} />
      }
    />
  );
}

function useLabel(place: ThreadPlace, isUnread: ThreadComposerProps['isUnread']): string {
  const { t } = useLingui();
  const labels: Record<ThreadPlace, string> = {
    own: isUnread ? t`Mensaje en tu caso` : t`Mensaje a quien te acompaña`,
    requester: t`Mensaje a quien pidió apoyo`,
    internal: t`Nota interna`,
    outside: t`Mensaje a quien ayuda desde afuera`,
    helper: t`Mensaje al equipo de apoyo`,
  };
  return labels[place];
}

function Readers({ place }: { place: ThreadPlace }) {
  if (place === 'internal') {
    return (
      <>
        <Icon name="lock" size="xs" />
        <Trans>Interno: no lo lee quien pidió apoyo</Trans>
      </>
    );
  }
  return (
    <>
      <Icon name="clock" size="xs" />
      <Trans>
        Se destruye 90 días después del cierre · en este teléfono o computadora solo queda lo que
        falta enviar
      </Trans>
    </>
  );
}

/** Edits a message of the viewer, in place of the composer. */
export function EditThreadMessage({
  edited,
  onDone,
}: {
  edited: ChannelMessage;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { pathname: path } = useLocation();
  const [text, setText] = useState(edited.body);
  const send = (body: string) => {
    const { id: messageId, channelId } = edited;
    if (body !== edited.body) void enqueueMessage({ channelId, messageId, body, path });
    onDone();
  };
  return (
    <Composer
      value={text}
      onChange={setText}
      onSend={send}
      onEscape={onDone}
      isFocused
      label={t`Tu mensaje`}
      maxLength={MAX_MESSAGE_LENGTH}
      meta={
        <>
          <Icon name="edit" size="xs" />
          <Trans>Editas un mensaje tuyo</Trans>
          <Button kind="text" small className="end" onClick={onDone}>
            <Trans>Cancelar</Trans>
          </Button>
        </>
      }
    />
  );
}
