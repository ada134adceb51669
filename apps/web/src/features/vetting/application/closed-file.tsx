import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { gql, useQuery } from 'urql';
import type { DecisionOnQuery, DecisionOnQueryVariables } from '../../../gql/types';
import type { RequestProblem } from '../../../lib/server/errors';
import { ButtonLink } from '../../../ui/actions/button';
import { RelativeTime } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { EmptyState } from '../../../ui/page/empty-state';
import { FileUnavailable } from './file-changed-or-unavailable';
import { REASON_CLASS_LABELS } from './vetting-labels';

const DECISION_ON = gql<DecisionOnQuery, DecisionOnQueryVariables>`
  query DecisionOn($id: ID!) {
    decisionOn(applicationId: $id) {
      id
      outcome
      reasonClass
      decidedAt
    }
  }
`;

interface ClosedFileProps {
  id: string;
  problem: RequestProblem;
  /** Explains why the file may be unavailable, if there is no decision. */
  whyGone: ReactNode;
}

/** Replaces a closed file: shows the decision if there is one. */
export function ClosedFile({ id, problem, whyGone }: ClosedFileProps) {
  const [{ data, fetching }] = useQuery({
    query: DECISION_ON,
    variables: { id },
    requestPolicy: 'network-only',
  });
  if (fetching) return <Skeleton rows={4} kind="text" />;
  return data ? (
    <Decided decision={data.decisionOn} />
  ) : (
    <FileUnavailable problem={problem} whyGone={whyGone} />
  );
}

function Decided({ decision }: { decision: DecisionOnQuery['decisionOn'] }) {
  const { i18n } = useLingui();
  const { outcome, reasonClass, decidedAt } = decision;
  return (
    <EmptyState
      level="h1"
      title={
        outcome === 'accept' ? (
          <Trans>Postulación aceptada</Trans>
        ) : (
          <Trans>Postulación no aceptada</Trans>
        )
      }
      actions={
        <ButtonLink to="/desk">
          <Trans>Volver a la Mesa</Trans>
        </ButtonLink>
      }
    >
      <span className="stack stack--1" role="status">
        {reasonClass && <b>{i18n._(REASON_CLASS_LABELS[reasonClass])}</b>}
        <span>
          <Trans>
            Dos personas coincidieron y lo decidieron <RelativeTime at={decidedAt} />. Ya no puedes
            abrir este expediente.
          </Trans>
        </span>
      </span>
    </EmptyState>
  );
}
