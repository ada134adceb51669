import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { UrgentBadge } from '../content-list';
import { KIND_LABELS, STAGE_LABELS } from '../support-labels';
import { UnreadBadge } from '../threads/thread-rows';
import { threadsOf, unreadIn, useCaseThreads } from '../threads/use-case-threads';
import type { OwnRequestSummary } from './own-requests.graphql';
import { inOrderOfNeed } from './request-order';

/** The viewer's requests: with news, then open, then ended. */
export function RequestList({ requests }: { requests: readonly OwnRequestSummary[] }) {
  const { t } = useLingui();
  const { threads } = useCaseThreads();
  const unreadOf = ({ id }: { readonly id: string }) => unreadIn(threadsOf(threads, id));
  return (
    <Rows label={t`Tus pedidos`}>
      {inOrderOfNeed(requests, unreadOf).map((request) => (
        <RequestRow key={request.id} request={request} unread={unreadOf(request)} />
      ))}
    </Rows>
  );
}

function RequestRow({ request, unread }: { request: OwnRequestSummary; unread: number }) {
  const { i18n } = useLingui();
  const { id, number, kind, stage, hasNews, hasQuestion, isUrgent, hasLeft, supporterName } =
    request;
  const kindLabel = i18n._(KIND_LABELS[kind]);
  const state = i18n._(STAGE_LABELS[stage]);
  return (
    <Row
      to={`/support/${id}`}
      start={<IconTile icon="support" {...((hasNews || hasQuestion) && { look: 'clay' })} />}
      title={
        <span className="wrap">
          {kindLabel} {isUrgent && stage === 'waiting' && <UrgentBadge />}
          <UnreadBadge count={unread} />
          {hasQuestion && (
            <Badge look="clay">
              <Trans>Te preguntan algo</Trans>
            </Badge>
          )}
          {hasNews && !hasQuestion && unread === 0 && (
            <Badge look="clay">
              <Trans>Novedad</Trans>
            </Badge>
          )}
        </span>
      }
      note={
        <>
          <span className="num">{number}</span> ·{' '}
          {hasLeft ? (
            <Trans>Ya no estás en este caso</Trans>
          ) : stage === 'accepted' && supporterName ? (
            <Trans>Con {supporterName}</Trans>
          ) : (
            state
          )}
        </>
      }
    />
  );
}
