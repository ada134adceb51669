import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/errors';
import { useNews } from '../../lib/use-news';
import { IconTile, Row, Rows } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { LoadFailed } from '../../ui/load-failed';
import { Ago } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { ApprovalState } from './approval-state';
import { type ApprovalLine, APPROVALS } from './approvals.graphql';
import { useKindName } from './use-kind';

/** What waits for the viewer's approval, and what they asked others to approve. */
export function ApprovalList() {
  const { t } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: APPROVALS,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['twoPersonAct'], again);
  const problem = problemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" />;
  const [mine, others] = [true, false].map((isMine) =>
    data.twoPersonActs.filter((act) => act.isMine === isMine),
  );
  if (data.twoPersonActs.length === 0) return <Nothing />;
  return (
    <>
      <Lines title={t`Esperan tu aprobación`} acts={others!} />
      <Lines title={t`Lo que pediste`} acts={mine!} />
    </>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>Nada espera a una segunda persona</Trans>}>
      <Trans>Cuando alguien pida algo que tú puedes aprobar, aparece aquí durante un día.</Trans>
    </EmptyState>
  );
}

function Lines({ title, acts }: { title: string; acts: readonly ApprovalLine[] }) {
  if (acts.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>{title}</h2>
      <Rows label={title}>
        {acts.map((act) => (
          <Line key={act.id} act={act} />
        ))}
      </Rows>
    </section>
  );
}

function Line({ act: { id, kind, state, isMine, askedAt, expiresAt } }: { act: ApprovalLine }) {
  const name = useKindName()(kind);
  const isWaiting = state === 'waiting';
  return (
    <Row
      to={`/approvals/${id}`}
      start={<IconTile icon="allies" look={isWaiting && !isMine ? 'clay' : 'plain'} />}
      title={name}
      note={
        isWaiting ? (
          <Trans>
            Vence <Ago at={expiresAt} />
          </Trans>
        ) : (
          <Trans>
            Se pidió <Ago at={askedAt} />
          </Trans>
        )
      }
      end={isMine ? <ApprovalState state={state} /> : undefined}
    />
  );
}
