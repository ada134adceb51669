import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { requestProblemOf, problemText } from '../../../lib/server/errors';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Row, Rows } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import { useToast } from '../../../ui/actions/toast';
import type { ChannelData, TopicData } from '../list/message-history.graphql';
import '../messages/error-texts';
import { RenameTopicDialog, StartTopicDialog } from './topic-dialogs';
import { CLOSE_TOPIC, REOPEN_TOPIC } from './topics.graphql';

function useClosing({ id }: TopicData) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const act = async (isClosing: boolean, isUndone: boolean) => {
    const { error } = await client.mutation(isClosing ? CLOSE_TOPIC : REOPEN_TOPIC, { id });
    const problem = requestProblemOf(error);
    if (problem) return toast({ text: problemText(problem), icon: 'alert' });
    const text = isClosing ? t`Tema cerrado` : t`Tema abierto de nuevo`;
    toast(isUndone ? { text } : { text, onUndo: () => void act(!isClosing, true) });
  };
  return { close: () => void act(true, false), reopen: () => void act(false, false) };
}

interface TopicRowsProps {
  topic: TopicData;
  /** Called after an action, to close the dialog or sheet. */
  onGo: () => void;
}

/** Actions on the open topic, for its creator, facilitators and stewards. */
export function TopicActions({ topic, onGo }: TopicRowsProps) {
  const { t } = useLingui();
  const [isRenaming, setRenaming] = useState(false);
  const { close, reopen } = useClosing(topic);
  const then = (act: () => void) => () => {
    onGo();
    act();
  };
  const can = (act: TopicData['viewerCan'][number]) => topic.viewerCan.includes(act);
  if (!can('rename') && !can('close') && !can('reopen')) return null;
  return (
    <>
      <Rows label={t`Este tema`}>
        {can('rename') && (
          <Row
            onClick={() => setRenaming(true)}
            start={<Icon name="edit" size="s" />}
            title={<Trans>Cambiar el nombre del tema</Trans>}
          />
        )}
        {can('close') && (
          <Row
            onClick={then(close)}
            start={<Icon name="lock" size="s" />}
            title={<Trans>Cerrar el tema</Trans>}
          />
        )}
        {can('reopen') && (
          <Row
            onClick={then(reopen)}
            start={<Icon name="lock" size="s" />}
            title={<Trans>Abrir el tema de nuevo</Trans>}
          />
        )}
      </Rows>
      {isRenaming && <RenameTopicDialog topic={topic} onClose={() => setRenaming(false)} />}
    </>
  );
}

interface StartTopicRowProps {
  channel: ChannelData;
  onGo: () => void;
}

export function StartTopicRow({ channel, onGo }: StartTopicRowProps) {
  const { t } = useLingui();
  const [isStarting, setStarting] = useState(false);
  if (!channel.viewerCan.includes('startTopic')) return null;
  return (
    <>
      <Rows label={t`Temas del canal`}>
        <Row
          onClick={() => setStarting(true)}
          start={<Icon name="plus" size="s" />}
          title={<Trans>Tema nuevo</Trans>}
          note={<Trans>Un hilo con nombre, aparte de lo general</Trans>}
        />
      </Rows>
      {isStarting && (
        <StartTopicDialog
          channelId={channel.id}
          onStarted={onGo}
          onClose={() => setStarting(false)}
        />
      )}
    </>
  );
}

/** Replaces the composer in a closed topic. */
export function ClosedTopicNote({ topic }: { topic: TopicData }) {
  const { reopen } = useClosing(topic);
  return (
    <Banner icon="lock">
      <span className="inline between">
        <Trans>Tema cerrado: se puede leer, ya no se escribe.</Trans>
        {topic.viewerCan.includes('reopen') && (
          <Button kind="text" small onClick={reopen}>
            <Trans>Abrir de nuevo</Trans>
          </Button>
        )}
      </span>
    </Banner>
  );
}
