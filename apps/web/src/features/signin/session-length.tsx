import { Trans, useLingui } from '@lingui/react/macro';
import { gql } from 'urql';
import type { SetSessionDaysMutation, SetSessionDaysMutationVariables } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { FormProblem } from '../../ui/forms/form-problem';
import { useToast } from '../../ui/actions/toast';
import type { MyAccount } from './use-my-account';

const SET_SESSION_DAYS = gql<SetSessionDaysMutation, SetSessionDaysMutationVariables>`
  mutation SetSessionDays($input: SessionDaysInput!) {
    setSessionDays(input: $input) {
      id
      sessionDays
    }
  }
`;

/** Setting: how long a session lasts. Holders of a duty have one fixed, shorter limit. */
export function SessionLength({ account }: { account: MyAccount }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, problem } = useMutationState(SET_SESSION_DAYS);
  if (account.duties.length > 0) return <ShortByDuty />;
  const choose = async (days: number | null) => {
    if (await run({ input: { days } })) toast({ text: t`Guardado.` });
  };
  const options = [
    { days: null, label: t`60 días`, note: t`o 14 días sin usarla` },
    { days: 30, label: t`30 días` },
    { days: 7, label: t`7 días` },
    { days: 1, label: t`1 día` },
  ];
  return (
    <div className="stack stack--3">
      <FormProblem problem={problem} />
      <ChoiceGroup
        legend={<Trans>Cuánto dura una sesión</Trans>}
        hint={
          <Trans>
            Después hay que entrar de nuevo. En un teléfono prestado, elige un plazo corto.
          </Trans>
        }
      >
        {options.map(({ days, label, note }) => (
          <Choice
            key={label}
            name="session-days"
            checked={account.sessionDays === days}
            onChange={() => void choose(days)}
            note={note}
          >
            {label}
          </Choice>
        ))}
      </ChoiceGroup>
    </div>
  );
}

function ShortByDuty() {
  return (
    <section className="stack stack--1">
      <h2>
        <Trans>Cuánto dura una sesión</Trans>
      </h2>
      <p className="muted">
        <Trans>
          Como tienes una tarea a tu cargo, tu sesión dura 12 horas como máximo y se cierra tras 30
          minutos sin uso: da acceso a datos de otras personas.
        </Trans>
      </p>
    </section>
  );
}
