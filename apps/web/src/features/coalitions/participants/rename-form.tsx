import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { ConfirmDialog } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { type Candidate, revealsOwnName, useShownName } from './candidates';
import { type Participant, RENAME_PARTICIPANT } from './participants.graphql';
import { ShownNameChoice } from './shown-name-choice';
import '../error-texts';

interface RenameFormProps {
  participant: Participant;
  /** The group or organisation itself. */
  candidate: Candidate;
  /** Called with the id of the participant, which the change of the name may have changed. */
  onChanged: (id: string) => void;
}

/** Changes the name under which the coalition sees the participant. Giving up a chosen name is confirmed first. */
export function RenameForm({ participant, candidate, onChanged }: RenameFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { id, name, hasShownName, coalition } = participant;
  const before = hasShownName ? name : null;
  const shown = useShownName(candidate, before);
  const [isConfirming, setConfirming] = useState(false);
  const { form, isWhole, errorOf } = useBlankCheck();
  const rename = useMutationState(RENAME_PARTICIPANT, ['Participant', 'Group']);
  const { shownName } = shown;
  const save = async () => {
    const renamed = await rename.run({ id, shownName });
    if (!renamed) return false;
    toast({ text: t`Guardado` });
    onChanged(renamed.renameParticipant.id);
    return true;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(shownName === null ? {} : { shownName })) return;
    if (revealsOwnName(before, shownName)) setConfirming(true);
    else void save();
  };
  return (
    <form ref={form} className="stack stack--4" noValidate onSubmit={submit}>
      <FormProblem problem={isConfirming ? undefined : rename.problem} />
      <ShownNameChoice
        candidate={candidate}
        shown={shown}
        coalition={coalition?.name ?? ''}
        error={errorOf('shownName', rename.fieldMessage('shownName'))}
      />
      <p className="xs muted">
        <Trans>Quien ya vio el nombre de antes puede recordarlo.</Trans>
      </p>
      <Button kind="line" type="submit" block isBusy={rename.isBusy}>
        <Trans>Guardar el nombre</Trans>
      </Button>
      <ConfirmDialog
        isOpen={isConfirming}
        title={
          <Trans>
            ¿Mostrar que {name} es {candidate.name}?
          </Trans>
        }
        actKind="danger"
        actLabel={<Trans>Mostrar el nombre</Trans>}
        isBusy={rename.isBusy}
        message={rename.message}
        onAct={save}
        onClose={() => setConfirming(false)}
      >
        <Revealed name={name} own={candidate.name} />
      </ConfirmDialog>
    </form>
  );
}

function Revealed({ name, own }: { name: string; own: string }) {
  return (
    <Trans>
      Todas las personas que ven la coalición sabrán que {name} es {own}. No se puede deshacer:
      volver a otro nombre no borra lo que ya se vio. Quien mostraba que participa por {name} deja
      de mostrarlo, y puede volver a hacerlo.
    </Trans>
  );
}
