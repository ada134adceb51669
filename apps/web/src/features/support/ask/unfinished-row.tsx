import { Trans } from '@lingui/react/macro';
import { IconTile, Row } from '../../../ui/display/card';
import type { AskDraft } from './ask-draft';
import { askPath, type AskStep } from './ask-steps';

/** The first question without an answer that the requester has not passed, or the check of the answers. */
function nextStepOf({ danger, kind, goal, tried, safeWay, ...more }: AskDraft): AskStep {
  const { voices = [], beneficiary, beneficiaryNote } = more;
  const isSaid = (question: string) => voices.some((one) => one.question === question);
  if (!danger) return 'danger';
  if (!kind) return 'kind';
  if (safeWay) return 'check';
  if (beneficiary || beneficiaryNote) return 'readers';
  if (tried || isSaid('tried')) return 'whom';
  return goal || isSaid('goal') ? 'tried' : 'goal';
}

/** Leads back to a half-written request on this device. */
export function UnfinishedRow({ draft }: { draft: AskDraft }) {
  return (
    <Row
      to={askPath(nextStepOf(draft))}
      start={<IconTile icon="edit" look="clay" />}
      title={<Trans>Termina tu pedido de apoyo</Trans>}
      note={<Trans>Lo que escribiste sigue en este teléfono o computadora</Trans>}
    />
  );
}
