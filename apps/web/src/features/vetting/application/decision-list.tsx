import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { usePagedList } from '../../../lib/server/use-paged-list';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import { EmptyState } from '../../../ui/page/empty-state';
import { PagedItems } from '../../../ui/page/paged-items';
import { RelativeTime } from '../../../ui/display/relative-time';
import { DECISIONS_QUERY, type DecisionListItem } from './decision-list.graphql';
import { DECISION_LABELS, REASON_CLASS_LABELS } from './vetting-labels';

/** Past decisions, newest first and without names, for consistent decisions. */
export function DecisionList() {
  const pages = usePagedList(DECISIONS_QUERY, (data) => data.decisionLog);
  return (
    <div className="stack stack--3">
      <PagedItems pages={pages} nothing={<Nothing />}>
        {(decision) => <DecisionCard key={decision.id} decision={decision} />}
      </PagedItems>
    </div>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>Todavía no hay decisiones</Trans>}>
      <Trans>Aquí quedan dos años, sin nombres, para decidir parejo.</Trans>
    </EmptyState>
  );
}

function DecisionCard({ decision }: { decision: DecisionListItem }) {
  const { i18n } = useLingui();
  const { outcome, round, reasonClass, words, vouchesCounted, isFoundingRule, decidedAt } =
    decision;
  return (
    <Card className="stack--2">
      <span className="inline between">
        <Badge look={outcome === 'accept' ? 'ok' : 'clay'}>
          {i18n._(DECISION_LABELS[outcome])}
        </Badge>
        <span className="xs muted">
          <RelativeTime at={decidedAt} />
        </span>
      </span>
      {round > 1 && (
        <span className="xs muted">
          <Trans>Al oír una apelación</Trans>
        </span>
      )}
      {reasonClass && <b>{i18n._(REASON_CLASS_LABELS[reasonClass])}</b>}
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
