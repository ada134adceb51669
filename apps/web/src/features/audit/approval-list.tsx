import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { RelativeTimeText } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { ApprovalState } from './approval-state';
import { type ApprovalListItem, APPROVALS_QUERY } from './approvals.graphql';
import { useActKindName, useActSubject } from './use-act-kind';

/** Requests that wait for the viewer's approval, requests of the viewer, and those that the viewer decided. */
export function ApprovalList() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: APPROVALS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['twoPersonAct'], again);
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" />;
  const acts = data.twoPersonActs;
  if (acts.length === 0) return <Nothing />;
  return (
    <>
      <Lines title={t`Esperan tu aprobación`} acts={acts.filter(waits)} />
      <Lines title={t`Lo que pediste`} acts={acts.filter(({ isMine }) => isMine)} />
      <Lines title={t`Lo que decidiste`} acts={acts.filter((act) => act.isDecidedByMe)} />
    </>
  );
}

const waits = ({ isMine, isDecidedByMe }: ApprovalListItem) => !isMine && !isDecidedByMe;

function Nothing() {
  return (
    <EmptyState title={<Trans>Nada espera a una segunda persona</Trans>}>
      <Trans>Cuando alguien pida algo que tú puedes aprobar, aparece aquí durante un día.</Trans>
    </EmptyState>
  );
}

function Lines({ title, acts }: { title: string; acts: readonly ApprovalListItem[] }) {
  const subjectOf = useActSubject();
  if (acts.length === 0) return null;
  const textOf = (act: ApprovalListItem) => `${act.kind} ${subjectOf(act)}`;
  // Two links to one coalition, for example, differ only in the reason.
  const isOne = (act: ApprovalListItem) =>
    acts.every((other) => other === act || textOf(other) !== textOf(act));
  return (
    <section className="stack stack--3">
      <h2>{title}</h2>
      <Rows label={title}>
        {acts.map((act) => (
          <Line key={act.id} act={act} subject={subjectOf(act)} hasReason={!isOne(act)} />
        ))}
      </Rows>
    </section>
  );
}

interface LineProps {
  act: ApprovalListItem;
  subject: string;
  /** Whether only the reason tells the request from another one in the list. */
  hasReason: boolean;
}

function Line({ act, subject, hasReason }: LineProps) {
  const { id, state, isMine, isDecidedByMe, askedAt, expiresAt } = act;
  const name = useActKindName()(act);
  const isWaiting = state === 'waiting';
  return (
    <Row
      to={`/approvals/${id}`}
      start={<IconTile icon="allies" look={isWaiting && !isMine ? 'clay' : 'plain'} />}
      title={name}
      note={
        <>
          {subject && (
            <>
              <span className="breakable">{subject}</span>
              <br />
            </>
          )}
          {hasReason && <span className="breakable clamp">«{act.reason}»</span>}
          {isWaiting ? (
            <Trans>
              Vence <RelativeTimeText at={expiresAt} />
            </Trans>
          ) : (
            <Trans>
              Se pidió <RelativeTimeText at={askedAt} />
            </Trans>
          )}
        </>
      }
      end={isMine || isDecidedByMe ? <ApprovalState state={state} /> : undefined}
    />
  );
}
