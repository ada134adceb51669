import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { DUTY_NAMES } from '../../../lib/text/duty-names';
import { requestProblemOf } from '../../../lib/server/errors';
import { useSession } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { LAY_DOWN_DUTY, MY_DUTIES_QUERY, type OwnDuty } from './duties.graphql';
import { DUTY_ICONS, DUTY_DESCRIPTIONS } from './duty-descriptions';
import { KnownAs } from './known-as';
import '../error-texts';

interface OwnDutiesProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
}

/** The viewer's duties. Giving one up takes effect at once, without approval. */
export function OwnDuties({ onConfirm }: OwnDutiesProps) {
  const [{ data, error }, execute] = useQuery({
    query: MY_DUTIES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton kind="row" rows={2} />;
  const duties = data.myDuties;
  if (duties.length === 0) return <None />;
  return (
    <>
      <DutyRows duties={duties} onConfirm={onConfirm} />
      <KnownAs name={duties.find(({ knownAs }) => knownAs)?.knownAs ?? null} onChanged={reload} />
    </>
  );
}

function None() {
  return (
    <p className="muted">
      <Trans>No tienes ninguna tarea. La mayoría de la gente no tiene, y está bien.</Trans>
    </p>
  );
}

function DutyRows({ duties, onConfirm }: { duties: readonly OwnDuty[] } & OwnDutiesProps) {
  const { t, i18n } = useLingui();
  const { reload } = useSession();
  const layDown = useMutationState(LAY_DOWN_DUTY);
  const act = async (id: string) => {
    if (await layDown.run({ id })) reload(); // laying down a duty ends the session, so the page reloads
  };
  return (
    <>
      <FormProblem problem={layDown.problem} />
      <Rows label={t`Tus tareas`}>
        {duties.map(({ id, name }) => (
          <Row
            key={id}
            start={<IconTile icon={DUTY_ICONS[name]} />}
            title={i18n._(DUTY_NAMES[name]!)}
            note={i18n._(DUTY_DESCRIPTIONS[name])}
            end={
              <Button
                small
                isBusy={layDown.isBusy}
                onClick={() => onConfirm(<Consequences name={name} />, () => void act(id))}
              >
                <Trans>Dejar</Trans>
                <span className="vh"> {i18n._(DUTY_NAMES[name]!)}</span>
              </Button>
            }
          />
        ))}
      </Rows>
    </>
  );
}

function Consequences({ name }: { name: OwnDuty['name'] }) {
  const { i18n } = useLingui();
  const { me } = useSession();
  const duty = i18n._(DUTY_NAMES[name]!);
  const isStaff = me.standing === 'staff';
  return (
    <>
      <p>
        <Trans>Dejas esta tarea ahora mismo, y tus sesiones se cierran: {duty}.</Trans>
      </p>
      <p>
        {isStaff ? (
          <Trans>
            Esta cuenta no sirve para nada más: después solo puedes descargar tus datos o borrarla.
          </Trans>
        ) : (
          <Trans>Para tenerla otra vez, te la dan dos personas de administración.</Trans>
        )}
      </p>
      {name === 'vet' && (
        <p>
          <Trans>Si quedan menos de tres personas que lean, las postulaciones se pausan.</Trans>
        </p>
      )}
    </>
  );
}
