import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner } from '../../../ui/display/banner';
import { Skeleton } from '../../../ui/display/skeleton';
import { ChoiceGroup } from '../../../ui/forms/choice';
import { Select } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import { useParticipantLabel } from '../taking-part/participant-label';
import { DELEGATES_QUERY, NAME_DELEGATES, type Participant } from './participants.graphql';
import {
  areSameDelegates,
  currentDraft,
  type Delegates,
  NO_EDIT,
  withPerson,
} from './delegates-draft';
import { type ChosenPeople, PeopleChecks } from './participant-people';
import '../error-texts';

const MAX_DELEGATES = 5;

/** For the stewards or the spokesperson: up to five people who act for the participant, and which one holds the coalition. */
export function DelegatesForm({ participant }: { participant: Participant }) {
  const [{ data, error }, refetch] = useQuery({
    query: DELEGATES_QUERY,
    variables: { participantId: participant.id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const problem = data ? undefined : requestProblemOf(error);
  const delegates = data?.coalitionDelegates;
  const name = useParticipantLabel()(participant);
  return (
    <section className="stack stack--3">
      <p className="muted">
        <Trans>
          Hasta cinco personas que actúan por {name} en la coalición e invitan a las demás a
          participar.
        </Trans>{' '}
        <Fallback participant={participant} />
      </p>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!delegates && !problem && <Skeleton rows={2} kind="row" />}
      {delegates && <Form participant={participant} delegates={delegates} onSaved={again} />}
    </section>
  );
}

/** Says that the stewards or the spokesperson act for the participant, too. */
function Fallback({ participant }: { participant: Participant }) {
  return participant.group ? (
    <Trans>Quienes sostienen el grupo pueden hacer lo mismo, elijas a alguien o no.</Trans>
  ) : (
    <Trans>Quien representa a la organización puede hacer lo mismo, elijas a alguien o no.</Trans>
  );
}

interface FormProps {
  participant: Participant;
  delegates: Delegates;
  onSaved: () => void;
}

function Form({ participant, delegates, onSaved }: FormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useMutationState(NAME_DELEGATES, ['Delegate', 'Participant', 'Group']);
  const latest = useLatestDelegates(participant.id);
  const [edit, setEdit] = useState(NO_EDIT);
  const [hasChanged, setChanged] = useState(false);
  // Once the saved changes are among the stored delegates, the next change starts from these.
  const isSaved = edit.savedOver !== undefined && !areSameDelegates(edit.savedOver, delegates);
  const current = isSaved ? NO_EDIT : edit;
  const draft = currentDraft(delegates, edit);
  const { chosen } = draft;
  const hasSteward = chosen.has(draft.stewardId);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const stored = await latest();
    const isOutdated = stored !== undefined && !areSameDelegates(stored, delegates);
    setChanged(isOutdated);
    if (isOutdated) return;
    const stewardId = hasSteward ? draft.stewardId : null;
    const input = { participantId: participant.id, personIds: [...chosen.keys()], stewardId };
    if (!(await act.run({ input }))) return;
    toast({ text: t`Guardado` });
    setEdit({ ...edit, savedOver: delegates });
    onSaved();
  };
  return (
    <form className="stack stack--4" noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={act.problem} />
      {hasChanged && <ChangedMeanwhile />}
      <ChoiceGroup
        legend={t`Personas delegadas`}
        hint={t`${chosen.size} de ${MAX_DELEGATES}`}
        error={act.fieldMessage('personIds')}
      >
        <PeopleChecks
          participant={participant}
          chosen={chosen}
          limit={MAX_DELEGATES}
          onChange={(person, isChosen) => setEdit(withPerson(current, person, isChosen))}
        />
      </ChoiceGroup>
      {chosen.size > 0 && (
        <StewardSelect
          participant={participant}
          chosen={chosen}
          value={hasSteward ? draft.stewardId : ''}
          onChange={(stewardId) => setEdit({ ...current, stewardId, savedOver: undefined })}
        />
      )}
      {draft.stewardId !== '' && !hasSteward && <StewardTakenOut participant={participant} />}
      <Button kind="primary" type="submit" block isBusy={act.isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}

/** Loads the stored delegates again, because somebody else may have changed them; returns nothing without an answer. */
function useLatestDelegates(participantId: string): () => Promise<Delegates | undefined> {
  const client = useClient();
  return async () => {
    const context = { requestPolicy: 'network-only' as const };
    const { data } = await client.query(DELEGATES_QUERY, { participantId }, context).toPromise();
    return data?.coalitionDelegates;
  };
}

/** Warns that the form shows the changes of somebody else beside those of the viewer, and was not saved. */
function ChangedMeanwhile() {
  return (
    <Banner look="warn" icon="alert" role="alert">
      <Trans>
        Otra persona cambió las personas delegadas mientras tanto. Abajo está su cambio junto con el
        tuyo: revísalo y guarda otra vez.
      </Trans>
    </Banner>
  );
}

interface StewardSelectProps {
  participant: Participant;
  chosen: ChosenPeople;
  /** Id of a chosen person, or empty. */
  value: string;
  onChange: (id: string) => void;
}

function StewardSelect({ participant, chosen, value, onChange }: StewardSelectProps) {
  const { t } = useLingui();
  const participantName = useParticipantLabel()(participant);
  return (
    <Select
      label={t`Quién sostiene la coalición por ${participantName}`}
      hint={t`Junto con quienes la sostienen por los demás participantes, para que nadie decida a solas.`}
      name="stewardId"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">
        {participant.group ? t`Quienes sostienen el grupo` : t`Quien representa a la organización`}
      </option>
      {[...chosen].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Warns that the chosen coalition steward is no delegate any more. */
function StewardTakenOut({ participant }: { participant: Participant }) {
  return (
    <Banner look="warn" icon="alert" role="status">
      {participant.group ? (
        <Trans>
          Quitaste a quien sostenía la coalición. Si no eliges a otra persona, lo harán quienes
          sostienen el grupo.
        </Trans>
      ) : (
        <Trans>
          Quitaste a quien sostenía la coalición. Si no eliges a otra persona, lo hará quien
          representa a la organización.
        </Trans>
      )}
    </Banner>
  );
}
