import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Icon } from '../../../ui/display/icon';
import { CHANNELS_QUERY } from '../list/listed-channels.graphql';

/** Link to create a channel, shown to facilitators and stewards. */
export function NewChannelLink() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CHANNELS_QUERY });
  if (!data?.channels.some(({ group }) => isFacilitating(group?.myRole))) return null;
  return (
    <Link className="iconbtn" to="/channels/new" aria-label={t`Canal nuevo`} title={t`Canal nuevo`}>
      <Icon name="plus" />
    </Link>
  );
}

const isFacilitating = (role: string | null | undefined) =>
  role === 'facilitator' || role === 'steward';
