import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { CHANNEL_QUERY } from '../../features/channels/channel/channel.graphql';
import { NewChannelLink } from '../../features/channels/channel/new-channel-link';
import { useLastLoadedChannel } from '../../features/channels/channel/use-last-loaded-channel';
import { MessageSearchLink } from '../../features/channels/feed/message-search-link';
import { ChannelList } from '../../features/channels/list/channel-list';
import { TopicList } from '../../features/channels/topics/topic-list';
import { MyCoalitions } from './my-coalitions';
import { PutAwayButton } from './put-away-button';

/** Channel list on the left of wide screens, with or without an open channel. */
export function ListPane() {
  const { t } = useLingui();
  const { id = '', topicId = null } = useParams();
  const [{ data }] = useQuery({ query: CHANNEL_QUERY, variables: { id }, pause: id === '' });
  const channel = useLastLoadedChannel(id, data?.channel);
  return (
    <nav className="chlist" aria-label={t`Canales`}>
      <div className="chlist__head inline between">
        <h2>
          <Trans>Canales</Trans>
        </h2>
        <span className="inline">
          {id === '' && <MessageSearchLink />}
          <NewChannelLink />
        </span>
      </div>
      <ChannelList
        level="h3"
        empty={
          <p className="chlist__none muted">
            <Trans>Aún no hay canales</Trans>
          </p>
        }
        current={channel}
        currentId={id}
        under={channel && <TopicList channel={channel} topicId={topicId} />}
      />
      <MyCoalitions />
      <PutAwayButton />
    </nav>
  );
}
