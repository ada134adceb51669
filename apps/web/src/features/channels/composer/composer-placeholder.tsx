import { Trans } from '@lingui/react/macro';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import type { ChannelData, ChannelMessage, TopicData } from '../list/message-history.graphql';
import { EditMessage } from '../messages/edit-message';
import { ClosedTopicNote } from '../topics/topic-actions';
import { usePutAway } from '../list/use-put-away';

/** Replaces the composer: the form to edit a message, or the reason why the viewer cannot post. */
interface ComposerPlaceholderProps {
  channel: ChannelData;
  topic: TopicData | undefined;
  edited: ChannelMessage | undefined;
  onDone: () => void;
}

/** Replaces the composer: the form to edit a message, or the reason why the viewer cannot post. */
export function ComposerPlaceholder({ channel, topic, edited, onDone }: ComposerPlaceholderProps) {
  const canPost = (topic ?? channel).viewerCan.some((act) => act === 'post');
  if (canPost && edited)
    return <EditMessage key={edited.id} channel={channel} edited={edited} onDone={onDone} />;
  if (channel.group?.archivedAt) return <GroupArchived />;
  if (topic?.isClosed && !channel.isArchived) return <ClosedTopicNote topic={topic} />;
  return <Closed channel={channel} />;
}

function Closed({ channel }: { channel: ChannelData }) {
  if (channel.isEnded) return <Ended channel={channel} />;
  if (!channel.isArchived) return null;
  return (
    <Banner icon="archive">
      <Trans>Canal archivado: se puede leer, ya no se escribe.</Trans>
    </Banner>
  );
}

function GroupArchived() {
  return (
    <Banner icon="archive">
      <Trans>Grupo archivado: se puede leer, ya no se escribe.</Trans>
    </Banner>
  );
}

function Ended({ channel: { id } }: { channel: ChannelData }) {
  const { run, isBusy, message } = usePutAway(id);
  return (
    <>
      <ErrorBanner text={message} />
      <Banner icon="archive" title={<Trans>La alianza terminó</Trans>}>
        <span className="stack stack--2">
          <span>
            <Trans>
              Puedes leer lo que se dijo y borrar lo tuyo; ya no se escribe. Si quitas la
              conversación de tu lista, no se avisa.
            </Trans>
          </span>
          <Button isBusy={isBusy} onClick={() => void run()}>
            <Trans>Quitar de mi lista</Trans>
          </Button>
        </span>
      </Banner>
    </>
  );
}
