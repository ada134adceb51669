import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../../lib/server/errors';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { LoadMore } from '../../../ui/page/load-more';
import { RelativeTime } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { DECISIONS, type Decision } from './decision-list.graphql';
import { OUTCOMES, REASON_CLASSES } from './words';

/** Past decisions, newest first and without names, for consistent decisions. */
export function DecisionList() {
  const [afters, setAfters] = useState<readonly (string | null)[]>([null]);
  return (
    <div className="stack stack--3">
      {afters.map((after, at) => (
        <DecisionPage
          key={after ?? ''}
          after={after}
          isLast={at === afters.length - 1}
          onMore={(next) => setAfters([...afters, next])}
        />
      ))}
    </div>
  );
}

interface DecisionPageProps {
  after: string | null;
  isLast: boolean;
  onMore: (after: string) => void;
}

function DecisionPage({ after, isLast, onMore }: DecisionPageProps) {
  const [{ data, error, fetching }, execute] = useQuery({ query: DECISIONS, variables: { after } });
  const problem = problemOf(error);
  if (problem)
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  if (!data) return <Skeleton />;
  const { items, nextCursor } = data.decisionLog;
  if (items.length === 0 && after === null) {
    return (
      <EmptyState title={<Trans>Todavía no hay decisiones</Trans>}>
        <Trans>Aquí quedan dos años, sin nombres, para decidir parejo.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      {items.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} />
      ))}
      <LoadMore
        hasMore={isLast && nextCursor !== null}
        isBusy={fetching}
        onMore={() => onMore(nextCursor!)}
      />
    </>
  );
}

function DecisionCard({ decision }: { decision: Decision }) {
  const { i18n } = useLingui();
  const { outcome, round, reasonClass, words, vouchesCounted, isFoundingRule, decidedAt } =
    decision;
  return (
    <Card className="stack--2">
      <span className="inline between">
        <Badge look={outcome === 'accept' ? 'ok' : 'clay'}>{i18n._(OUTCOMES[outcome])}</Badge>
        <span className="xs muted">
          <RelativeTime at={decidedAt} />
        </span>
      </span>
      {round > 1 && (
        <span className="xs muted">
          <Trans>Al oír una apelación</Trans>
        </span>
      )}
      {reasonClass && <b>{i18n._(REASON_CLASSES[reasonClass])}</b>}
      {words && <p className="said">{words}</p>}
      <p className="xs muted">
        {isFoundingRule ? (
          <Trans>Sin avales: entonces éramos menos de diez.</Trans>
        ) : (
          <Plural
            value={vouchesCounted}
            one="# aval independiente"
            other="# avales independientes"
          />
        )}
      </p>
    </Card>
  );
}
