import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../../ui/display/card';
import { RelativeTime } from '../../../ui/display/relative-time';
import type { ApplicationFile } from '../desk/desk.graphql';
import { REASON_CLASS_LABELS } from './vetting-labels';

/** The appeal's text, and the first decision. */
export function AppealSection({ appeal }: { appeal: NonNullable<ApplicationFile['appeal']> }) {
  const { i18n } = useLingui();
  const { reasonClass, words, decidedAt } = appeal.decision;
  return (
    <Card isWaiting className="stack--3">
      <h2 className="h3">
        <Trans>Apela la primera decisión</Trans>
      </h2>
      <p className="said">{appeal.words}</p>
      <div className="stack stack--1">
        <span className="xs muted">
          <Trans>
            Se decidió que no · <RelativeTime at={decidedAt} />
          </Trans>
        </span>
        {reasonClass && <b>{i18n._(REASON_CLASS_LABELS[reasonClass])}</b>}
        {words && <span className="said quote">{words}</span>}
      </div>
      <p className="xs muted">
        <Trans>La oyen otras personas, y lo que decidan es definitivo.</Trans>
      </p>
    </Card>
  );
}
