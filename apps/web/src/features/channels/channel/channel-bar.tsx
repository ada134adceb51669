import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { groupPath } from '../../../lib/page/group-path';
import { IconButton } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import { ShieldButton } from '../../../ui/actions/shield-button';
import type { ChannelData, TopicData } from '../list/message-history.graphql';
import { MessageSearchLink } from '../feed/message-search-link';

interface ChannelBarProps {
  /** Undefined while loading, and if the channel is unavailable. */
  channel?: ChannelData | undefined;
  /** The open topic, if any: the bar shows its name, and its back link leads to the channel. */
  topic?: TopicData | undefined;
  onDetails?: () => void;
}

/** Header of a channel. On phones it replaces the app header, so it contains the quick-exit button. */
export function ChannelBar({ channel, topic, onDetails }: ChannelBarProps) {
  const { t } = useLingui();
  const name = channel && ((topic ?? channel).name || t`Una alianza de antes`);
  return (
    <header className={`topbar topbar--channel${channel ? '' : ' only-m'}`}>
      <Link
        className="iconbtn only-m"
        to={topic ? `/channels/${channel!.id}` : '/channels'}
        aria-label={topic ? t`Volver al canal` : t`Canales`}
      >
        <Icon name="back" />
      </Link>
      <div className="grow">
        {name && (
          <h1 className="topbar__title" title={name}>
            {name}
          </h1>
        )}
        {channel && <Place channel={channel} topic={topic} />}
      </div>
      {channel && <MessageSearchLink channelId={channel.id} />}
      <span className="only-m">
        <ShieldButton />
      </span>
      {onDetails && (
        <IconButton
          icon="more"
          label={t`Detalles del canal`}
          className="detail__open"
          onClick={onDetails}
        />
      )}
    </header>
  );
}

type PlaceProps = Required<Pick<ChannelBarProps, 'topic'>> & { channel: ChannelData };

function Place({ channel: { id, name, group, allyId }, topic }: PlaceProps) {
  if (topic) {
    return (
      <span className="row__s">
        <Link to={`/channels/${id}`}>{name}</Link>
      </span>
    );
  }
  if (allyId) {
    return (
      <span className="row__s">
        <Link to={`/people/${allyId}`}>
          <Trans>Conversación</Trans>
        </Link>
      </span>
    );
  }
  if (!group) return null;
  return (
    <span className="row__s">
      <Link to={groupPath(group)}>{group.name}</Link>
      {group.memberCount !== null && (
        <>
          {' · '}
          <Plural value={group.memberCount} one="# persona" other="# personas" />
        </>
      )}
    </span>
  );
}
