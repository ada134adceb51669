import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { LoadFailed } from '../../../ui/page/load-failed';
import { useFounding } from './use-founding';

/** Task for administrators while the founding is open; renders nothing afterwards. */
export function FoundingCard() {
  const { founding, problem, reload } = useFounding();
  if (problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!founding || founding.closedAt) return null;
  const taken = founding.seats.filter((seat) => seat.isTaken).length;
  const total = founding.seats.length;
  return (
    <Card isWaiting>
      <div className="stack stack--1">
        <h2 className="h3">
          <Trans>La fundación está abierta</Trans>
        </h2>
        <p className="muted">
          <Trans>
            {taken} de {total} personas ya tomaron su lugar. Nadie puede postular hasta que se
            cierre.
          </Trans>
        </p>
      </div>
      <ButtonLink kind="primary" block to="/admin/founding">
        <Trans>Seguir con la fundación</Trans>
      </ButtonLink>
    </Card>
  );
}
