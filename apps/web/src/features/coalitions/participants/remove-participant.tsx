import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useOpenResult } from '../../../ui/page/use-open-result';
import type { CoalitionParticipant } from '../coalitions.graphql';
import { ApprovalNote, NobodyApproves } from '../approval-note';
import { useParticipantLabel } from '../taking-part/participant-label';
import { ASK_TO_REMOVE_PARTICIPANT, type Participant } from './participants.graphql';
import { EndOfParticipant } from './take-out-participant';
import '../error-texts';

interface RemoveParticipantProps {
  participant: Participant;
  back: string;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** Requests that another participant is removed. A coalition steward of a third one approves. */
export function RemoveParticipant({ participant, back, onConfirm }: RemoveParticipantProps) {
  const { id: participantId, coalition } = participant;
  const name = useParticipantLabel()(participant);
  const open = useOpenResult();
  const [reason, setReason] = useState('');
  const ask = useMutationState(ASK_TO_REMOVE_PARTICIPANT);
  const error = ask.fieldMessage('reason');
  const send = async () => {
    const data = await ask.run({ input: { participantId, reason } });
    if (data) open(`/approvals/${data.askToRemoveParticipant.id}`, { replace: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(<ApprovalNote />, () => void send());
  };
  const participants = coalition?.participants ?? [];
  if (coalition && participants.length < 3)
    return <OnlyTwo path={`/coalitions/${coalition.slug}`} participants={participants} />;
  if (coalition?.hasOtherSteward === false) return <NobodyApproves />;
  return (
    <>
      <EndOfParticipant name={name} />
      <form className="stack" noValidate onSubmit={submit}>
        {!error && <ErrorBanner text={ask.message} />}
        <ReasonField value={reason} error={error} onChange={setReason} />
        <p className="xs muted">
          <ApprovalNote />
        </p>
        <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
          <Trans>Pedir aprobación</Trans>
        </Button>
        <ButtonLink block to={back}>
          <Trans>Volver sin pedirlo</Trans>
        </ButtonLink>
      </form>
    </>
  );
}

interface OnlyTwoProps {
  /** Path of the coalition. */
  path: string;
  participants: readonly Pick<CoalitionParticipant, 'id' | 'viewerCan'>[];
}

function OnlyTwo({ path, participants }: OnlyTwoProps) {
  const own = participants.find(({ viewerCan }) => viewerCan.includes('takeOut'));
  return (
    <Banner look="info" title={<Trans>La forman solo dos grupos u organizaciones</Trans>}>
      <span className="stack stack--2">
        <span>
          {own ? (
            <Trans>
              Nadie más puede aprobarlo. Tu grupo u organización puede salir cuando quiera.
            </Trans>
          ) : (
            <Trans>
              Nadie más puede aprobarlo. Tu grupo u organización puede salir, si lo decide quien lo
              sostiene o la representa.
            </Trans>
          )}
        </span>
        {own && (
          <ButtonLink small to={`${path}/participants/${own.id}/end`}>
            <Trans>Sacar tu grupo u organización</Trans>
          </ButtonLink>
        )}
      </span>
    </Banner>
  );
}
