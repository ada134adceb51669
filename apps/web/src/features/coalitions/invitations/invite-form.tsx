import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { SecretLink } from '../../../ui/people/secret-link';
import { ApprovalNote, NobodyApproves, PendingApprovalBanner } from '../approval-note';
import type { Coalition } from '../coalitions.graphql';
import { COALITION_INVITATIONS_CONTEXT, INVITE_TO_COALITION } from './invitations.graphql';
import type { Invitable } from './invitable';
import { InvitablePicker } from './invitable-picker';
import '../error-texts';

interface InviteFormProps {
  coalition: Pick<Coalition, 'id' | 'name' | 'participants' | 'hasOtherSteward'>;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onChanged: () => void;
}

/**
 * Invites a group or an organisation, or makes a link. With two participants or more, a coalition steward of another
 * participant approves it, so the form asks for a reason and the password.
 */
export function InviteForm({ coalition, onConfirm, onChanged }: InviteFormProps) {
  const participants = coalition.participants ?? [];
  const needsApproval = participants.length > 1;
  const [isLink, setLink] = useState(true);
  const [invited, setInvited] = useState<Invitable>();
  const [reason, setReason] = useState('');
  const { form, isWhole, errorOf } = useBlankCheck();
  const invite = useInvite(coalition.id, onChanged);
  const chooseWay = (isNowLink: boolean) => {
    setInvited(undefined);
    setLink(isNowLink);
  };
  const send = async () => {
    if (!(await invite.send(invited, needsApproval ? reason : ''))) return;
    setInvited(undefined);
    setReason('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(needsApproval ? { reason } : {})) return;
    if (needsApproval) onConfirm(<Request invited={invited} />, () => void send());
    else void send();
  };
  const { result } = invite;
  if (result?.token) return <LinkToGive token={result.token} {...invite} />;
  if (needsApproval && coalition.hasOtherSteward === false) return <NobodyApproves />;
  return (
    <form ref={form} className="stack stack--5" noValidate onSubmit={submit}>
      <FormProblem problem={invite.problem} />
      {result?.requestId && <PendingInvitation requestId={result.requestId} />}
      <WayChoice isLink={isLink} onChange={chooseWay} />
      {!isLink && (
        <InvitablePicker participants={participants} value={invited} onChange={setInvited} />
      )}
      {needsApproval && (
        <>
          <ReasonField
            id="reason"
            value={reason}
            error={errorOf('reason', invite.fieldMessage('reason'))}
            onChange={setReason}
          />
          <p className="xs muted">
            <ApprovalNote />
          </p>
        </>
      )}
      <Button
        kind="primary"
        type="submit"
        block
        className="breakable"
        isBusy={invite.isBusy}
        disabled={!isLink && !invited}
      >
        <SendLabel isLink={isLink} invited={invited} needsApproval={needsApproval} />
      </Button>
    </form>
  );
}

interface WayChoiceProps {
  isLink: boolean;
  onChange: (isLink: boolean) => void;
}

function WayChoice({ isLink, onChange }: WayChoiceProps) {
  const { t } = useLingui();
  return (
    <ChoiceGroup legend={t`Cómo invitar`}>
      <Choice
        name="way"
        checked={isLink}
        onChange={() => onChange(true)}
        note={t`Para quien no ves en Trama. Sirve una sola vez, durante catorce días.`}
      >
        <Trans>Con un enlace</Trans>
      </Choice>
      <Choice
        name="way"
        checked={!isLink}
        onChange={() => onChange(false)}
        note={t`Le llega a quien sostiene el grupo o representa a la organización.`}
      >
        <Trans>A un grupo u organización que ves</Trans>
      </Choice>
    </ChoiceGroup>
  );
}

interface InvitationResult {
  readonly token: string | null;
  readonly requestId: string | null;
}

/** Sends the invitation, and keeps a link until the inviter has passed it on. */
function useInvite(coalitionId: string, onChanged: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const [result, setResult] = useState<InvitationResult>();
  const act = useMutationState(
    INVITE_TO_COALITION,
    COALITION_INVITATIONS_CONTEXT.additionalTypenames,
  );
  const send = async (invited: Invitable | undefined, reason: string) => {
    const data = await act.run({ input: { coalitionId, reason, ...invited?.input } });
    if (!data) return false;
    setResult(data.inviteToCoalition);
    if (!data.inviteToCoalition.token) {
      toast({
        text: data.inviteToCoalition.requestId ? t`Pedido enviado` : t`Invitación enviada`,
      });
    }
    onChanged();
    return true;
  };
  return { ...act, send, result, clear: () => setResult(undefined) };
}

interface LinkToGiveProps {
  token: string;
  result: InvitationResult | undefined;
  clear: () => void;
}

function LinkToGive({ token, result, clear }: LinkToGiveProps) {
  return (
    <>
      <SecretLink link={`${location.origin}/app/coalitions/link#${token}`} onDone={clear}>
        <Trans>
          Se muestra una sola vez: dáselo ahora, por un medio en el que confíes, a quien sostiene el
          grupo o representa a la organización. Sirve para un solo participante, durante catorce
          días.
        </Trans>
      </SecretLink>
      {result?.requestId && <PendingInvitation requestId={result.requestId} />}
    </>
  );
}

function PendingInvitation({ requestId }: { requestId: string }) {
  return (
    <PendingApprovalBanner requestId={requestId} title={<Trans>Falta que la aprueben</Trans>}>
      <Trans>
        La invitación sirve cuando la apruebe quien sostiene la coalición por otro grupo u
        organización.
      </Trans>
    </PendingApprovalBanner>
  );
}

/** The request, above the password. */
function Request({ invited }: { invited: Invitable | undefined }) {
  return (
    <>
      <p className="breakable">
        <b>
          <SendLabel isLink={!invited} invited={invited} needsApproval={false} />
        </b>
      </p>
      <p>
        <ApprovalNote />
      </p>
    </>
  );
}

interface SendLabelProps {
  isLink: boolean;
  invited: Invitable | undefined;
  needsApproval: boolean;
}

function SendLabel({ isLink, invited, needsApproval }: SendLabelProps) {
  if (needsApproval && invited)
    return <Trans>Pedir aprobación para invitar a {invited.name}</Trans>;
  if (needsApproval) return <Trans>Pedir aprobación</Trans>;
  if (isLink) return <Trans>Crear un enlace</Trans>;
  return invited ? <Trans>Invitar a {invited.name}</Trans> : <Trans>Invitar</Trans>;
}
