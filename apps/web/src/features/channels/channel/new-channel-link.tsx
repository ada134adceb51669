import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { Icon } from '../../../ui/display/icon';
import { GROUPS_FOR_NEW_CHANNEL_QUERY } from './manage-channel.graphql';

/** Link to create a channel, shown to those who may create one in a group or a coalition. */
export function NewChannelLink() {
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({ query: GROUPS_FOR_NEW_CHANNEL_QUERY });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const groups = data ? [...data.myGroups, ...data.myCoalitions] : [];
  if (!groups.some(({ viewerCan }) => viewerCan.includes('createChannel'))) return null;
  return (
    <Link className="iconbtn" to="/channels/new" aria-label={t`Canal nuevo`} title={t`Canal nuevo`}>
      <Icon name="plus" />
    </Link>
  );
}
