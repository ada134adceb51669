import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { useToast } from '../../../ui/actions/toast';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { ChoiceGroup } from '../../../ui/forms/choice';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import type { CoalitionGrantsQuery } from '../../../gql/types';
import {
  GIVE_GRANTS,
  GRANTS_QUERY,
  type Participant,
  WITHDRAW_GRANT,
} from './participants.graphql';
import { PeopleChecks, useChosenPeople } from './participant-people';
import '../error-texts';

/** Most people that one request invites. */
const MAX_AT_ONCE = 50;

type Given = CoalitionGrantsQuery['coalitionGrants'][number];

/** For those who act for a participant: who of its people may take part. The list does not tell who accepted. */
export function GrantsSection({ participant }: { participant: Participant }) {
  const [{ data, error }, refetch] = useQuery({
    query: GRANTS_QUERY,
    variables: { participantId: participant.id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const given = data?.coalitionGrants;
  return (
    <section className="stack stack--5">
      <p className="muted">
        <Trans>
          Cada persona acepta por sí misma y elige su nombre. No sabrás quién aceptó ni con qué
          nombre, salvo que use el de su perfil o muestre por quién participa.
        </Trans>
      </p>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!given && !problem && <Skeleton rows={2} kind="row" />}
      {given && given.length > 0 && <GivenList given={given} onChanged={again} />}
      {given && <GiveForm participant={participant} given={given} onChanged={again} />}
    </section>
  );
}

interface GivenListProps {
  given: readonly Given[];
  onChanged: () => void;
}

function GivenList({ given, onChanged }: GivenListProps) {
  const { t } = useLingui();
  return (
    <ul className="card card--flush rows" aria-label={t`Quiénes pueden participar`}>
      {given.map(({ id, name, createdAt }) => (
        <li key={id} className="row row--acts">
          <span className="grow">
            <span className="row__t breakable">{name}</span>
            <span className="row__s">
              <Trans>
                Puede participar. Invitación enviada <RelativeTimeText at={createdAt} />
              </Trans>
            </span>
          </span>
          <span className="row__acts">
            <ConfirmedMutationButton
              document={WITHDRAW_GRANT}
              variables={{ id }}
              label={<Trans>Quitar invitación</Trans>}
              ariaLabel={t`Quitar invitación: ${name}`}
              title={<Trans>¿Quitarle la invitación a {name}?</Trans>}
              actKind="danger"
              actLabel={<Trans>Quitar invitación</Trans>}
              done={t`${name} ya no tiene invitación`}
              onDone={onChanged}
            >
              <Trans>
                Si participa solo por esta invitación, sale de la coalición enseguida. Lo que
                escribió queda, sin su nombre, hasta su borrado automático. Si tú también
                participas, quizá notes qué nombre desaparece.
              </Trans>
            </ConfirmedMutationButton>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface GiveFormProps extends GivenListProps {
  participant: Participant;
}

function GiveForm({ participant, given, onChanged }: GiveFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useMutationState(GIVE_GRANTS, ['GivenGrant', 'HeldGrant']);
  const { chosen, change, clear } = useChosenPeople();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { participantId: participant.id, personIds: [...chosen.keys()] };
    if (!(await act.run({ input }))) return;
    toast({ text: t`Invitaciones enviadas` });
    clear();
    onChanged();
  };
  return (
    <form className="stack stack--4" noValidate onSubmit={(event) => void submit(event)}>
      <h2>
        <Trans>Invitar a más personas</Trans>
      </h2>
      <FormProblem problem={act.problem} />
      <ChoiceGroup
        legend={t`Gente de ${participant.group?.name ?? participant.organisation?.name ?? participant.name}`}
        error={act.fieldMessage('personIds')}
      >
        <PeopleChecks
          participant={participant}
          without={new Set(given.map(({ personId }) => personId))}
          chosen={chosen}
          limit={MAX_AT_ONCE}
          onChange={change}
        />
      </ChoiceGroup>
      <Button kind="primary" type="submit" block isBusy={act.isBusy} disabled={chosen.size === 0}>
        <Trans>Invitar a participar</Trans>
      </Button>
    </form>
  );
}
