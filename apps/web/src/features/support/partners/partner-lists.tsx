import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { LoadFailed } from '../../../ui/page/load-failed';
import { useOpenResult } from '../../../ui/page/use-open-result';
import { STAGE_LABELS } from '../support-labels';
import { CasesOfOthers } from './cases-of-others';
import { countAnswered } from './count-answered';
import './error-texts';
import { OfferAnswer } from './offer-answer';
import {
  ACCEPT_PARTNER_INVITATION,
  DECLINE_PARTNER_INVITATION,
  PARTNER_CHANGES,
  type PartnerInvitation,
} from './partners.graphql';
import { usePartnerCases } from './use-partner-cases';

/** The invitations to cases of other people, which wait for an answer of the viewer. */
export function PartnerInvitations() {
  const { invitations = [], problem, again } = usePartnerCases();
  return (
    <>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {invitations.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} onAnswered={again} />
      ))}
    </>
  );
}

/** The cases on whose partner side the viewer is. */
export function PartnerCases() {
  const { t, i18n } = useLingui();
  const { cases = [] } = usePartnerCases();
  return (
    <CasesOfOthers
      heading={t`Casos de otras personas`}
      cases={cases}
      noteOf={({ number, stage, inviter, pausedUntil, viewerCan }) => (
        <>
          <span className="num">{number}</span>
          {[
            inviter?.name,
            stage !== 'accepted' && i18n._(STAGE_LABELS[stage]),
            viewerCan.includes('answerOwnership') && t`Te ofrecen el caso`,
            pausedUntil && t`En pausa`,
          ]
            .filter(Boolean)
            .map((part) => ` · ${part}`)}
        </>
      )}
    />
  );
}

interface InvitationProps {
  invitation: PartnerInvitation;
  onAnswered: () => void;
}

function Invitation({ invitation: { id, inviter, expiresAt }, onAnswered }: InvitationProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const open = useOpenResult();
  const accept = useMutationState(ACCEPT_PARTNER_INVITATION, PARTNER_CHANGES);
  const decline = useMutationState(DECLINE_PARTNER_INVITATION, PARTNER_CHANGES);
  const [name, setName] = useState('');
  const day = i18n.date(expiresAt, { dateStyle: 'long' });
  const by = inviter?.name;
  const take = async () => {
    if (!(await accept.run({ input: { requestId: id, name } }))) return;
    countAnswered();
    open(`/support/${id}`);
  };
  const refuse = async () => {
    if (!(await decline.run({ id }))) return;
    countAnswered();
    toast({ text: t`Dijiste que no` });
    onAnswered();
  };
  return (
    <Card className="stack--3">
      <h2>
        {by ? (
          <Trans>{by} te invita a su caso de apoyo</Trans>
        ) : (
          <Trans>Te invitan a un caso de apoyo</Trans>
        )}
      </h2>
      <p>
        <Trans>
          Si aceptas, lees la conversación con quienes dan apoyo y escribes en ella. Las personas
          del caso te ven con el nombre que elijas. Puedes salir cuando quieras. Tienes hasta el{' '}
          {day}.
        </Trans>
      </p>
      <p className="xs muted">
        <Trans>
          Quien da apoyo y te conoce o tiene un conflicto contigo deja el caso, y puede notarse.
        </Trans>
      </p>
      <TextField
        label={t`Tu nombre en este caso`}
        value={name}
        maxLength={60}
        error={accept.fieldMessage('name')}
        onChange={({ target }) => setName(target.value)}
      />
      <OfferAnswer accepting={accept} declining={decline} onAccept={take} onDecline={refuse} />
    </Card>
  );
}
