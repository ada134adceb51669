import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ChannelList } from '../../features/channels/channel-list';
import { CHANNEL } from '../../features/channels/channels.graphql';
import { Conversation } from '../../features/channels/conversation';
import { problemOf } from '../../lib/errors';
import { NotFound } from '../../ui/not-found';
import { useFrame } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';

/** One channel: on phones the whole screen, on wide ones beside the list. */
export default function ChannelPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }] = useQuery({ query: CHANNEL, variables: { id } });
  useFrame({ isBare: true, isSlim: true });
  if (problemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <div className="chan-grid">
      <section className="chlist" aria-label={t`Canales`}>
        <h2>
          <Trans>Canales</Trans>
        </h2>
        <ChannelList currentId={id} />
      </section>
      <main id="main" tabIndex={-1} className="chan">
        {data ? <Conversation key={id} channel={data.channel} /> : <Skeleton rows={5} kind="row" />}
      </main>
    </div>
  );
}
