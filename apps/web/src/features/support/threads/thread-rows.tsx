import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import type { CaseThread } from './threads.graphql';
import { hasNoReader, NobodyReads } from './nobody-reads';
import { threadsOf, useCaseThreads } from './use-case-threads';

/** The unread messages of a thread or case. */
export function UnreadBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Badge look="clay">
      <Plural value={count} one="# mensaje nuevo" other="# mensajes nuevos" />
    </Badge>
  );
}

/** Link to the conversation of the viewer's own request; nothing before a supporter accepted it. */
export function OwnThreadRow({ requestId, stage }: { requestId: string; stage: string }) {
  const thread = threadsOf(useCaseThreads().threads, requestId)[0];
  if (!thread) return null;
  return (
    <>
      {hasNoReader(stage) && <NobodyReads />}
      <Rows>
        <ThreadRow
          thread={thread}
          to={`/support/${requestId}/conversation`}
          title={<Trans>Conversación de tu caso</Trans>}
          note={<OwnNote stage={stage} />}
        />
      </Rows>
    </>
  );
}

function OwnNote({ stage }: { stage: string }) {
  if (stage === 'accepted') return <Trans>La leen solo las personas de este caso</Trans>;
  if (hasNoReader(stage)) return <Trans>Ahora nadie la lee</Trans>;
  return <Trans>Puedes leerla; ya no se escribe</Trans>;
}

/** Links to both threads of a case for its supporter. */
export function CaseThreadRows({ requestId }: { requestId: string }) {
  const threads = threadsOf(useCaseThreads().threads, requestId);
  const [theirs, internal] = [
    threads.find(({ kind }) => kind === 'requester'),
    threads.find(({ kind }) => kind === 'internal'),
  ];
  if (!theirs || !internal) return null;
  return (
    <Rows>
      <ThreadRow
        thread={theirs}
        to={`/cases/${requestId}/conversation`}
        title={<Trans>Conversación con quien pidió apoyo</Trans>}
        note={<Trans>La leen solo las personas de este caso</Trans>}
      />
      <ThreadRow
        thread={internal}
        to={`/cases/${requestId}/internal`}
        title={<Trans>Notas internas</Trans>}
        note={<Trans>Solo para quienes dan apoyo en este caso</Trans>}
      />
    </Rows>
  );
}

interface ThreadRowProps {
  thread: CaseThread;
  to: string;
  title: ReactNode;
  note: ReactNode;
}

function ThreadRow({ thread: { kind, unreadCount }, to, title, note }: ThreadRowProps) {
  const look = kind === 'internal' ? ({ look: 'plain' } as const) : {};
  return (
    <Row
      to={to}
      start={<IconTile icon={kind === 'internal' ? 'lock' : 'channel'} {...look} />}
      title={
        <span className="wrap">
          {title} <UnreadBadge count={unreadCount} />
        </span>
      }
      note={note}
    />
  );
}
