import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ChannelBar } from '../../features/channels/channel-bar';
import { CHANNEL, type ChannelShown } from '../../features/channels/channels.graphql';
import { Conversation, type MessageActsProps } from '../../features/channels/conversation';
import { type Problem, problemOf, sentence } from '../../lib/errors';
import { Gone } from '../../features/channels/gone';
import { speakOfChannel } from '../../lib/language';
import { later } from '../../lib/later';
import { useNews } from '../../lib/use-news';
import { useFourPanes, useTwoPanes } from '../../lib/use-wide';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { useFrame } from '../../ui/page';
import { Sheet } from '../../ui/sheet';
import { Skeleton } from '../../ui/skeleton';

/** The page stands by then. */
const SETTLED_MS = 1_500;

/** Brings what it says along. */
const more = async () => (await Promise.all([import('./more'), speakOfChannel()]))[0];
const MessageActs = later(() => more().then((all) => all.MessageActs));
const PARTS = {
  Instead: later(() => more().then((all) => all.Instead)),
  Above: later(() => more().then((all) => all.Above)),
  Below: later(() => more().then((all) => all.Below)),
  GoTo: later(() => more().then((all) => all.GoTo)),
  Answering: later(() => more().then((all) => all.Answering)),
  Naming: later(() => more().then((all) => all.MentionPicker)),
  Named: later(() => more().then((all) => all.Named)),
  Attach: later(() => more().then((all) => all.Attach)),
  Microphone: later(() => more().then((all) => all.Microphone)),
  Uploads: later(() => more().then((all) => all.Uploads)),
};
const Details = later(() => more().then((all) => all.ChannelDetails));
const List = later(() => more().then((all) => all.List));

/** One channel: on phones the whole screen, on wide ones beside the list and what there is to know of it. */
export default function ChannelPage() {
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({ query: CHANNEL, variables: { id } });
  const channel = useLast(id, data?.channel);
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useNews(['channels', 'group'], again);
  useFrame({ isBare: true, isSlim: true });
  useLater();
  const [askedOf, setAskedOf] = useState<string>();
  const problem = problemOf(error);
  const isGone = problem?.code === 'NOT_FOUND';
  return (
    <div className="chan-grid">
      <Beside currentId={id} />
      <main id="main" tabIndex={-1} className="chan">
        {isGone && <Gone channelId={id} isLost={channel !== undefined} />}
        {!isGone && channel && (
          <Open
            key={`${id}${channel.isEnded}`}
            channel={channel}
            onChanged={again}
            onDetails={() => setAskedOf(id)}
          />
        )}
        {!isGone && !channel && <Arriving problem={problem} onRetry={again} />}
      </main>
      {!isGone && channel && (
        <DetailsPlace
          channel={channel}
          isAsked={askedOf === id}
          onClose={() => setAskedOf(undefined)}
        />
      )}
    </div>
  );
}

/** Only where it stands beside the channel: a phone asks nothing for it. */
function Beside({ currentId }: { currentId: string }) {
  if (!useTwoPanes()) return null;
  return (
    <div className="chlist">
      <List currentId={currentId} />
    </div>
  );
}

interface ArrivingProps {
  problem: Problem | undefined;
  onRetry: () => void;
}

/** Before anything is known of it: on its way, or why not. */
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
            sentence(problem)
          )}
        </EmptyState>
      )}
    </>
  );
}

interface OpenProps {
  channel: ChannelShown;
  onChanged: () => void;
  onDetails: () => void;
}

function Open({ channel, onChanged, onDetails }: OpenProps) {
  const parts = useMemo(() => {
    const Acts = (props: MessageActsProps) => (
      <MessageActs {...props} onBlocked={onChanged} onFailed={props.onClose} />
    );
    return { ...PARTS, Acts };
  }, [onChanged]);
  return <Conversation channel={channel} parts={parts} onDetails={onDetails} />;
}

interface DetailsPlaceProps {
  channel: ChannelShown;
  isAsked: boolean;
  onClose: () => void;
}

function DetailsPlace({ channel, isAsked, onClose }: DetailsPlaceProps) {
  const { t } = useLingui();
  const isWide = useFourPanes();
  const title = <Trans>Este canal</Trans>;
  const details = <Details channel={channel} onGo={onClose} />;
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

/** Once the page stands still, what is needed on the first press is brought: it must be there without a network, too. */
function useLater(): void {
  useEffect(() => {
    const timer = setTimeout(() => void more().catch(() => undefined), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** What was last known of the channel: a question that fails without a line takes nothing away from the screen. */
function useLast(id: string, now: ChannelShown | undefined): ChannelShown | undefined {
  const [last, setLast] = useState(now);
  if (now && now !== last) setLast(now);
  const known = now ?? last;
  return known?.id === id ? known : undefined;
}
