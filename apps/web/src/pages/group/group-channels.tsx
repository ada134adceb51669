import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { hasUnread, badgeCount } from '../../features/channels/feed/channel-badge-count';
import type { GroupQuery } from '../../gql/types';
import { Icon } from '../../ui/display/icon';
import { ChannelRow } from '../../ui/messages/channel-row';

/** The channels of a group, and for those who may the way to a new one. */
export function GroupChannels({ group }: { group: GroupQuery['group'] }) {
  const { t } = useLingui();
  return (
    <section className="stack stack--2">
      <div className="inline between">
        <h2>
          <Trans>Canales</Trans>
        </h2>
        {group.viewerCan.includes('createChannel') && (
          <Link
            className="iconbtn"
            to={`/channels/new?group=${group.slug}`}
            aria-label={t`Canal nuevo`}
            title={t`Canal nuevo`}
          >
            <Icon name="plus" />
          </Link>
        )}
      </div>
      {group.channels.map((channel) => (
        <ChannelRow
          key={channel.id}
          to={`/channels/${channel.id}`}
          id={channel.id}
          name={channel.name}
          count={badgeCount(channel)}
          isNew={hasUnread(channel)}
        />
      ))}
      {group.archivedChannels.map(({ id, name }) => (
        <ChannelRow key={id} to={`/channels/${id}`} id={id} name={name} note={t`Archivado`} />
      ))}
    </section>
  );
}
