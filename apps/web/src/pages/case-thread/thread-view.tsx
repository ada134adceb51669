import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { MenuTarget } from '../../features/channels/channel/channel-view';
import { Feed } from '../../features/channels/feed/feed';
import type { Timeline } from '../../features/channels/feed/timeline';
import { useMarkRead } from '../../features/channels/feed/use-mark-read';
import { useTimeline } from '../../features/channels/feed/use-timeline';
import type { ChannelMessage } from '../../features/channels/list/message-history.graphql';
import { CaseReportNotice } from '../../features/support/case-report-notice';
import { NobodyReads } from '../../features/support/threads/nobody-reads';
import type { ThreadChannel } from '../../features/support/threads/threads.graphql';
import { answerAuthorId } from '../../features/support/threads/answer-author';
import { useAuthorLabel } from '../../features/support/threads/use-author-label';
import type { Team } from '../../features/support/team/team.graphql';
import { useCaseTeam } from '../../features/support/team/use-case-team';
import { retryOutbox, useOutbox } from '../../lib/device/outbox';
import { HasFaces } from '../../lib/server/faces';
import { Banner } from '../../ui/display/banner';
import { OutboxBar } from '../../ui/display/connection-status';
import { Skeleton } from '../../ui/display/skeleton';
import { MessageArticle } from '../../ui/messages/message-article';
import { EmptyState } from '../../ui/page/empty-state';
import { MessageActs } from '../channel';
import type { ThreadPlace } from '.';
import { EditThreadMessage, ThreadComposer } from './thread-composer';
import { ThreadGone } from './thread-gone';
import { THREAD_PARTS } from './thread-parts';

interface ThreadViewProps {
  place: ThreadPlace;
  requestId: string;
  channel: ThreadChannel;
  /** Whether no supporter reads the conversation now. */
  isUnread: boolean;
  /** Whether nobody of the viewer's side decides about the case now. */
  isPaused: boolean;
}

const NOBODY: readonly string[] = [];

/**
 * The messages of a thread and its composer. Received messages are not stored on the device; unsent ones wait in the
 * outbox like those of every channel.
 */
export function ThreadView({ place, requestId, channel, isUnread, isPaused }: ThreadViewProps) {
  const { id } = channel;
  const known = useTimeline(id, null);
  const queued = useOutbox().filter(({ channelId }) => channelId === id);
  const { timeline, notes } = useNamed(known.timeline, requestId, channel);
  const [edited, setEdited] = useState<ChannelMessage>();
  const [answered, setAnswered] = useState<ChannelMessage>();
  const [chosen, setChosen] = useState<MenuTarget>();
  const [isAtEnd, setAtEnd] = useState(false);
  // The unread divider stays where it was when the thread opened.
  const [{ readSeq, generalUnreadCount: unreadCount }] = useState(channel);
  const meId = channel.meId ?? '';
  const canPost = channel.viewerCan.includes('post');
  const onAnswer = canPost ? setAnswered : undefined;
  const seen = isAtEnd ? timeline?.messages.at(-1)?.seq : undefined;
  useMarkRead({ id, topicId: null, readSeq: channel.readSeq }, seen);
  if (known.isGone) return <ThreadGone place={place} channelId={id} />;
  const onDone = () => setEdited(undefined);
  const onClose = () => setChosen(undefined);
  return (
    <>
      <OutboxBar queued={queued} onRetry={retryOutbox} />
      {known.isMissing && <NotOnDevice />}
      {!timeline && !known.isMissing && <Skeleton rows={5} kind="row" />}
      {timeline && (
        // People in a case have no picture.
        <HasFaces value={false}>
          <Feed
            {...{ timeline, notes, queued, meId, readSeq, unreadCount, onAnswer }}
            blockedIds={NOBODY}
            onEarlier={known.readEarlier}
            onEnd={setAtEnd}
            onMenu={setChosen}
            parts={THREAD_PARTS}
          />
        </HasFaces>
      )}
      {!canPost && <Closed isPaused={isPaused} />}
      {isUnread && <NobodyReads />}
      {canPost && edited && <EditThreadMessage key={edited.id} edited={edited} onDone={onDone} />}
      {canPost && !edited && (
        <ThreadComposer
          {...{ place, requestId, answered, isUnread }}
          channelId={id}
          onAnswered={setAnswered}
        />
      )}
      {chosen && (
        <MessageActs
          {...{ chosen, onAnswer, onClose, onFailed: onClose }}
          isThread
          caseNotice={<CaseReportNotice />}
          isMine={chosen.message?.authorId === meId}
          onBlocked={() => undefined}
          onEdit={setEdited}
          onChanged={known.take}
        />
      )}
    </>
  );
}

/** The messages with the names that the people of a case show to each other, and the answers that stand among them. */
function useNamed(
  timeline: Timeline<ChannelMessage> | undefined,
  requestId: string,
  channel: ThreadChannel,
) {
  const labelOf = useAuthorLabel();
  const team = useCaseTeam(requestId);
  const { supporterAuthorIds, requesterAuthorId } = team;
  const named = useMemo(() => {
    if (!timeline) return undefined;
    const nameOf = ({ authorId, authorName }: ChannelMessage) =>
      labelOf({
        authorName,
        isRequester: authorId === requesterAuthorId,
        isSupporter: authorId !== null && supporterAuthorIds.includes(authorId),
      });
    const messages = timeline.messages.map((one) => ({ ...one, authorName: nameOf(one) }));
    return { ...timeline, messages };
  }, [timeline, supporterAuthorIds, requesterAuthorId, labelOf]);
  return { timeline: named, notes: notesOf(channel, timeline?.messages, team) };
}

const notesOf = (
  { supportAnswers }: ThreadChannel,
  messages: readonly ChannelMessage[] | undefined,
  { supporterAuthorIds }: Team,
) =>
  supportAnswers.map((answer) => {
    const authorId = answerAuthorId(answer.workName, messages ?? [], supporterAuthorIds);
    return { at: answer.at, view: <AnswerNote {...{ answer, authorId }} /> };
  });

interface AnswerNoteProps {
  answer: ThreadChannel['supportAnswers'][number];
  authorId: string;
}

/**
 * An answer of a supporter to the request. The conversation begins with one, and another supporter who takes over a returned
 * case gives another.
 */
function AnswerNote({ answer, authorId }: AnswerNoteProps) {
  const { t, i18n } = useLingui();
  const { workName: authorName, words, at } = answer;
  const day = i18n.date(at, { dateStyle: 'long' });
  return (
    <MessageArticle
      authorId={authorId}
      authorName={t`${authorName} (apoyo)`}
      at={at}
      above={
        <p className="xs muted">
          <Trans>Respuesta al pedido, el {day}</Trans>
        </p>
      }
    >
      <p className="said">{words}</p>
    </MessageArticle>
  );
}

function NotOnDevice() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Las conversaciones de apoyo no se guardan en este teléfono o computadora`}>
      <Trans>
        Los mensajes se ven en cuanto vuelva la señal. Lo que escribas se envía entonces.
      </Trans>
    </EmptyState>
  );
}

function Closed({ isPaused }: { isPaused: boolean }) {
  return (
    <Banner icon="lock">
      {isPaused ? (
        <Trans>
          El caso está en pausa. Para escribir, una de las personas invitadas tiene que hacerse
          cargo.
        </Trans>
      ) : (
        <Trans>Puedes leer esta conversación; ya no se escribe. Se destruye con el pedido.</Trans>
      )}
    </Banner>
  );
}
