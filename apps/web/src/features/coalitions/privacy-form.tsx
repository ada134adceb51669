import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import { ErrorBanner } from '../../ui/display/banner';
import { ReasonField } from '../../ui/forms/reason-field';
import { useOpenResult } from '../../ui/page/use-open-result';
import { ApprovalNote } from './approval-note';
import { type CoalitionPrivacy, HIDE_COALITION, REQUEST_LISTED_COALITION } from './privacy.graphql';
import './error-texts';

interface HideCoalitionProps {
  coalition: CoalitionPrivacy;
  onChanged: () => void;
}

/** Hides a listed coalition at once. */
export function HideCoalition({
  coalition: { id, hasOtherSteward },
  onChanged,
}: HideCoalitionProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(HIDE_COALITION);
  const hide = async () => {
    if (!(await run({ input: { groupId: id, privacy: 'hidden' } }))) return;
    toast({ text: t`La coalición ahora está oculta` });
    onChanged();
  };
  return (
    <div className="stack">
      <Effects
        effects={[
          [
            'eyeOff',
            <Trans key="hidden">
              Solo la ven la gente de los grupos y organizaciones que la forman y quienes reciben
              una invitación
            </Trans>,
          ],
          ['eye', <Trans key="memory">Quien ya la vio puede recordarla</Trans>],
        ]}
      />
      <ErrorBanner text={message} />
      <p className="xs muted">
        {hasOtherSteward ? (
          <Trans>
            Vale enseguida. Para volver a mostrarla tendrá que aprobarlo otro grupo u organización
            de la coalición.
          </Trans>
        ) : (
          <Trans>
            Vale enseguida. Para volver a mostrarla hará falta la aprobación de alguien que modera
            Trama.
          </Trans>
        )}
      </p>
      <Button kind="danger" block isBusy={isBusy} onClick={() => void hide()}>
        <Trans>Ocultar la coalición</Trans>
      </Button>
    </div>
  );
}

interface ListCoalitionProps {
  coalition: CoalitionPrivacy;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** Requests that a hidden coalition is listed. Another person approves. */
export function ListCoalition({ coalition, onConfirm }: ListCoalitionProps) {
  const open = useOpenResult();
  const [reason, setReason] = useState('');
  const ask = useMutationState(REQUEST_LISTED_COALITION);
  const error = ask.fieldMessage('reason');
  const send = async () => {
    const input = { groupId: coalition.id, privacy: 'invitation' as const, reason };
    const data = await ask.run({ input });
    if (data) open(`/approvals/${data.askToMakeGroupLessPrivate.id}`, { replace: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(<ApprovalNote hasOtherSteward={coalition.hasOtherSteward} />, () => void send());
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Effects
        effects={[
          [
            'search',
            <Trans key="listed">
              Cualquier miembro de Trama ve su nombre, su propósito, sus acuerdos y qué grupos y
              organizaciones la forman
            </Trans>,
          ],
          ['eyeOff', <Trans key="people">Las personas siguen sin verse desde fuera</Trans>],
        ]}
      />
      {!error && <ErrorBanner text={ask.message} />}
      <ReasonField value={reason} error={error} onChange={setReason} />
      <p className="xs muted">
        <ApprovalNote hasOtherSteward={coalition.hasOtherSteward} />
      </p>
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

function Effects({ effects }: { effects: readonly ActionEffect[] }) {
  return (
    <div className="card stack">
      <ActionEffects title={<Trans>Qué cambia</Trans>} effects={effects} />
    </div>
  );
}
