import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/display/banner';
import { Card } from '../../ui/display/card';
import { RelativeTime } from '../../ui/display/relative-time';
import { ApprovalListChanges } from './approval-list-changes';
import { ApprovalState } from './approval-state';
import type { Approval } from './approvals.graphql';
import { useActConsequence, useActFacts, useActKindName } from './use-act-kind';
import { dutyName } from './action-names';

/** Everything that an approval is bound to: the requested change, the reason and the expiry. */
export function ApprovalDetails({ act }: { act: Approval }) {
  const { reason, state, isMine } = act;
  const name = useActKindName()(act);
  return (
    <>
      <div className="stack stack--2">
        <h1>{name}</h1>
        <span className="inline wrap">
          <ApprovalState state={state} />
          <span className="xs muted">
            <Times act={act} />
          </span>
        </span>
      </div>
      <Facts act={act} />
      <ApprovalListChanges act={act} />
      <Card>
        <h2 className="h3">{isMine ? <Trans>Tu razón</Trans> : <Trans>Por qué se pide</Trans>}</h2>
        <p className="lines breakable">{reason}</p>
      </Card>
      {state === 'waiting' && <Waiting act={act} />}
    </>
  );
}

function Times({ act: { state, expiresAt, decidedAt, askedAt } }: { act: Approval }) {
  if (state === 'waiting') {
    return (
      <Trans>
        Vence <RelativeTime at={expiresAt} />
      </Trans>
    );
  }
  return <RelativeTime at={decidedAt ?? askedAt} />;
}

function Facts({ act }: { act: Approval }) {
  const facts = useActFacts(act);
  return (
    <dl className="dl">
      {facts.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value, at) => (
            <dd key={at} className="lines breakable">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Shows the consequence of approving, and a warning if no account could approve. */
function Waiting({ act }: { act: Approval }) {
  const { isMine, missingDuty } = act;
  const consequence = useActConsequence(act);
  const duty = missingDuty && dutyName(missingDuty);
  return (
    <>
      <p className="muted">{consequence}</p>
      {duty && (
        <Banner look="warn" icon="alert" title={<Trans>Ahora nadie puede aprobarlo</Trans>}>
          <Trans>Hace falta otra persona con esta tarea: {duty}.</Trans>
        </Banner>
      )}
      {isMine && !duty && (
        <Banner look="info">
          <Trans>Lo aprueba otra persona. Cuando se decida, te avisamos que hay novedades.</Trans>
        </Banner>
      )}
    </>
  );
}
