import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ChannelList } from '../../features/channels/channel-list';
import { CHANNEL, type ChannelShown } from '../../features/channels/channels.graphql';
import { Conversation } from '../../features/channels/conversation';
import { Gone } from '../../features/channels/gone';
import { problemOf } from '../../lib/errors';
import { useFrame } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';

/** One channel: on phones the whole screen, on wide ones beside the list. */
export default function ChannelPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }] = useQuery({ query: CHANNEL, variables: { id } });
  const channel = useLast(id, data?.channel);
  useFrame({ isBare: true, isSlim: true });
  const isGone = problemOf(error)?.code === 'NOT_FOUND';
  return (
    <div className="chan-grid">
      <section className="chlist" aria-label={t`Canales`}>
        <h2>
          <Trans>Canales</Trans>
        </h2>
        <ChannelList currentId={id} />
      </section>
      <main id="main" tabIndex={-1} className="chan">
        {isGone && <Gone channelId={id} isLost={channel !== undefined} />}
        {!isGone && channel && <Conversation key={id} channel={channel} />}
        {!isGone && !channel && <Skeleton rows={5} kind="row" />}
      </main>
    </div>
  );
}

/** What was last known of the channel: a question that fails without a line takes nothing away from the screen. */
function useLast(id: string, now: ChannelShown | undefined): ChannelShown | undefined {
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  const known = now ?? last;
  return known?.id === id ? known : undefined;
}
