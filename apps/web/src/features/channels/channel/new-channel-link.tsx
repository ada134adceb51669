import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { ChannelsQuery } from '../../../gql/types';
import { Icon } from '../../../ui/display/icon';
import { CHANNELS_QUERY } from '../list/listed-channels.graphql';

/**
 * Link to create a channel, shown to those who may create one in a group or a coalition. It stands above the channel list,
 * whose query it shares.
 */
export function NewChannelLink() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CHANNELS_QUERY });
  // A result that the device stored lacks the groups: nobody creates a channel without a connection.
  const groups: ChannelsQuery['groupsForNewChannel'] | undefined = data?.groupsForNewChannel;
  if (!groups?.length) return null;
  return (
    <Link className="iconbtn" to="/channels/new" aria-label={t`Canal nuevo`} title={t`Canal nuevo`}>
      <Icon name="plus" />
    </Link>
  );
}
