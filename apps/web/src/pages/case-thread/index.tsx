import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  MY_SUPPORT_REQUESTS,
  SEE_SUPPORT_REQUEST,
} from '../../features/support/own/own-requests.graphql';
import '../../features/support/threads/error-texts';
import { hasNoReader } from '../../features/support/threads/nobody-reads';
import { usePartnerCases } from '../../features/support/partners/use-partner-cases';
import { type CaseThread, THREAD } from '../../features/support/threads/threads.graphql';
import { threadsOf, useCaseThreads } from '../../features/support/threads/use-case-threads';
import { problemText, requestProblemOf } from '../../lib/server/errors';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { Button } from '../../ui/actions/button';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { NotFound } from '../../ui/page/not-found';
import { usePageLayout } from '../../ui/page/page';
import { ThreadBar } from './thread-bar';
import { ThreadGone } from './thread-gone';
import { ThreadView } from './thread-view';

/** The side of the viewer, and which thread of the case is open. */
export type ThreadPlace = 'own' | 'requester' | 'internal' | 'outside' | 'helper';

const placeOf = (path: string): ThreadPlace => {
  if (path.startsWith('/support/')) return 'own';
  if (path.includes('/outside/')) return 'outside';
  return path.endsWith('/internal') ? 'internal' : 'requester';
};

/** A thread of a case: its messages and the composer. The internal one looks different from the other. */
export default function ThreadPage() {
  const { id = '', channelId } = useParams();
  const opened = placeOf(useLocation().pathname);
  const { threads, error, again } = useCaseThreads();
  const thread = threadsOf(threads, id).find((one) => isAt(one, opened, channelId));
  // The page of an outside helper is below the same path as that of a requester.
  const found = opened === 'own' && thread?.kind === 'outside' ? 'helper' : opened;
  const [last, setLast] = useState<LastThread>();
  if (thread && (last?.channelId !== thread.channelId || last.place !== found))
    setLast({ channelId: thread.channelId, place: found });
  const place = thread ? found : (last?.place ?? found);
  usePageLayout({ isBare: true, isSlim: true });
  const { stage, isPaused } = useOwnStage(place === 'own' ? id : undefined);
  const isUnread = hasNoReader(stage) && !isPaused;
  const problem = threads ? undefined : requestProblemOf(error);
  const isGone = threads !== undefined && !thread;
  if (isGone && !last) return <NotFound />;
  return (
    <main id="main" tabIndex={-1} className={`chan thread thread--${place}`}>
      <ThreadBar {...{ place, isUnread }} requestId={id} threads={threadsOf(threads, id)} />
      {problem && <NotLoaded text={problemText(problem)} onRetry={again} />}
      {isGone && last && <ThreadGone {...last} />}
      {!thread && !isGone && !problem && <Skeleton rows={5} kind="row" />}
      {thread && (
        <Opened
          key={thread.channelId}
          {...{ place, isUnread, isPaused }}
          channelId={thread.channelId}
          requestId={id}
        />
      )}
    </main>
  );
}

/** The thread that was open last on this page. */
interface LastThread {
  readonly channelId: string;
  readonly place: ThreadPlace;
}

/** Under the path of own requests, a viewer reads one thread of each case: as a requester, a partner or a helper. */
function isAt({ kind, channelId }: CaseThread, place: ThreadPlace, opened?: string): boolean {
  if (place === 'own') return kind !== 'internal';
  return place === 'outside' ? channelId === opened : kind === place;
}

function NotLoaded({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`No se pudo abrir`}
      actions={
        <Button onClick={onRetry}>
          <Trans>Reintentar</Trans>
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}

interface OpenedProps {
  place: ThreadPlace;
  channelId: string;
  requestId: string;
  isUnread: boolean;
  isPaused: boolean;
}

function Opened({ place, channelId, requestId, isUnread, isPaused }: OpenedProps) {
  const [{ data, error }, execute] = useQuery({
    ...{ query: THREAD, variables: { id: channelId } },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest', 'supportCase'], again);
  useSeen(place === 'own' ? requestId : undefined);
  const problem = data ? undefined : requestProblemOf(error);
  if (problem) return <NotLoaded text={problemText(problem)} onRetry={again} />;
  if (!data) return <Skeleton rows={5} kind="row" />;
  return <ThreadView {...{ place, isUnread, isPaused, requestId }} channel={data.channel} />;
}

/** The stage of a request of the viewer, or of the case of somebody else, updated live; undefined while loading. */
function useOwnStage(requestId: string | undefined) {
  const [{ data }, execute] = useQuery({
    ...{ query: MY_SUPPORT_REQUESTS, pause: !requestId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['supportRequest'], again, requestId ? [requestId] : []);
  const own = data?.mySupportRequests.find(({ id }) => id === requestId);
  const { cases } = usePartnerCases({ isPaused: !data || own !== undefined });
  const ofOther = cases?.find(({ id }) => id === requestId);
  return { stage: (own ?? ofOther)?.stage, isPaused: Boolean(ofOther?.pausedUntil) };
}

/** Marks what is new about the viewer's own request as read, also when a message arrives while the page is open. */
function useSeen(requestId: string | undefined): void {
  const { run: see } = useMutationState(SEE_SUPPORT_REQUEST);
  const mark = () => void (requestId && see({ id: requestId }));
  useEffect(() => {
    if (requestId) void see({ id: requestId });
  }, [requestId, see]);
  useNews(['supportRequest'], mark, requestId ? [requestId] : undefined);
}
