import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { ChannelBar } from '../../features/channels/channel/channel-bar';
import { CHANNEL_QUERY } from '../../features/channels/channel/channel.graphql';
import type { ChannelData, TopicData } from '../../features/channels/list/message-history.graphql';
import {
  ChannelView,
  type MessageActionsProps,
} from '../../features/channels/channel/channel-view';
import { type RequestProblem, requestProblemOf, problemText } from '../../lib/server/errors';
import {
  loadChannelComponents,
  TopicNotFound,
} from '../../features/channels/channel/lazy-components';
import { ChannelUnavailable } from '../../features/channels/channel/channel-unavailable';
import { useLastLoadedChannel } from '../../features/channels/channel/use-last-loaded-channel';
import { storedFeedKey } from '../../lib/device/stored-feeds';
import { useNews } from '../../lib/server/use-news';
import { useFourPanes } from '../../lib/page/use-pane-count';
import { Button } from '../../ui/actions/button';
import { EmptyState } from '../../ui/page/empty-state';
import { usePageLayout } from '../../ui/page/page';
import { Sheet } from '../../ui/actions/sheet';
import { Skeleton } from '../../ui/display/skeleton';
import {
  ChannelDetailsPart as Details,
  loadPageParts,
  MESSAGE_PARTS,
  MessageActs,
} from './message-parts';

// The page of a thread imports these from here: the bundler then adds no chunk that both pages share.
export { loadPageParts, MESSAGE_PARTS, MessageActs };

/** Delay before the rest of the code is loaded, so that the page loads first. */
const SETTLED_MS = 1_500;

/** Channel page: full screen on a phone; beside the channel list on wide screens, with its details from 1200 px. */
export default function ChannelPage() {
  const { id = '', topicId } = useParams();
  const [{ data, error }, execute] = useQuery({ query: CHANNEL_QUERY, variables: { id } });
  const channel = useLastLoadedChannel(id, data?.channel);
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const isFresh = useFresh(id, topicId);
  useNews(['channels', 'group', 'twoPersonAct'], again);
  // Topic changes are not broadcast as messages, so subscribers receive a notice.
  useNews(['channel'], again, [id]);
  usePageLayout({ isBare: true, isSlim: true });
  useLater();
  const [askedOf, setAskedOf] = useState<string>();
  const problem = requestProblemOf(error);
  const isGone = problem?.code === 'NOT_FOUND';
  return (
    <>
      <main id="main" tabIndex={-1} className="chan">
        {isGone && <ChannelUnavailable channelId={id} isLost={channel !== undefined} />}
        {!isGone && channel && (
          <Open
            key={`${id}${topicId}${channel.isEnded}`}
            {...{ channel, topicId, isFresh }}
            onChanged={again}
            onDetails={() => setAskedOf(id)}
          />
        )}
        {!isGone && !channel && <Arriving problem={problem} onRetry={again} />}
      </main>
      {!isGone && channel && (
        <DetailsPlace
          {...{ channel, topicId }}
          onChanged={again}
          isAsked={askedOf === id}
          onClose={() => setAskedOf(undefined)}
        />
      )}
    </>
  );
}

interface ArrivingProps {
  problem: RequestProblem | undefined;
  onRetry: () => void;
}

/** Shown before the channel is loaded: a loading state or the error. */
function Arriving({ problem, onRetry }: ArrivingProps) {
  const { t } = useLingui();
  const isOffline = problem?.code === 'OFFLINE';
  return (
    <>
      <ChannelBar />
      {!problem && <Skeleton rows={5} kind="row" />}
      {problem && (
        <EmptyState
          level="h1"
          title={isOffline ? t`No está en este dispositivo` : t`No se pudo abrir`}
          actions={
            <Button onClick={onRetry}>
              <Trans>Reintentar</Trans>
            </Button>
          }
        >
          {isOffline ? (
            <Trans>Sus mensajes se ven en cuanto vuelva la señal.</Trans>
          ) : (
            problemText(problem)
          )}
        </EmptyState>
      )}
    </>
  );
}

/** The open channel, or an open topic of it. */
interface Feed {
  channel: ChannelData;
  topicId: string | undefined;
}

const topicOf = ({ channel, topicId }: Feed): TopicData | undefined =>
  channel.topics.find(({ id }) => id === topicId);

interface OpenProps extends Feed {
  isFresh: boolean;
  onChanged: () => void;
  onDetails: () => void;
}

function Open({ channel, topicId, isFresh, onChanged, onDetails }: OpenProps) {
  const parts = useMemo(() => {
    const MessageActions = (props: MessageActionsProps) => (
      <MessageActs {...props} onBlocked={onChanged} onFailed={props.onClose} />
    );
    return { ...MESSAGE_PARTS, MessageActions };
  }, [onChanged]);
  const topic = topicOf({ channel, topicId });
  if (topicId && !topic) return <TopicNotFound channel={channel} onAgain={onChanged} />;
  return <ChannelView {...{ channel, topic, isFresh, parts, onDetails }} />;
}

interface DetailsPlaceProps extends Feed {
  onChanged: () => void;
  isAsked: boolean;
  onClose: () => void;
}

function DetailsPlace({ channel, topicId, onChanged, isAsked, onClose }: DetailsPlaceProps) {
  const { t } = useLingui();
  const isWide = useFourPanes();
  const title = channel.group ? <Trans>Este canal</Trans> : <Trans>Esta conversación</Trans>;
  const topic = topicOf({ channel, topicId });
  const details = <Details {...{ channel, topic, onChanged }} onGo={onClose} />;
  if (isWide) {
    return (
      <aside className="detail stack stack--5" aria-label={t`Detalles`}>
        <h2>{title}</h2>
        {details}
      </aside>
    );
  }
  return (
    <Sheet isOpen={isAsked} onClose={onClose} title={title}>
      {details}
    </Sheet>
  );
}

/** Loads the code for user actions after the page, so that it is also available offline. */
function useLater(): void {
  useEffect(() => {
    const load = () => Promise.all([loadChannelComponents(), loadPageParts()]);
    const timer = setTimeout(() => void load().catch(() => undefined), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** Whether the server has answered since this feed was opened. Cached data may lack newer unread messages. */
function useFresh(id: string, topicId: string | undefined): boolean {
  const client = useClient();
  const feed = storedFeedKey(id, topicId);
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    let isOn = true;
    const ask = async (): Promise<void> => {
      const options = { requestPolicy: 'network-only' } as const;
      const { operation } = await client.query(CHANNEL_QUERY, { id }, options);
      if (!isOn) return;
      // A cached read of the same query was running and answered this call: ask again.
      if (operation.context.meta?.cacheOutcome === 'hit') return ask();
      setAsked(feed);
    };
    void ask();
    return () => void (isOn = false);
  }, [client, id, feed]);
  return asked === feed;
}
