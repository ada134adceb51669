import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../../lib/server/session';
import { ButtonLink } from '../../../ui/actions/button';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { Card } from '../../../ui/display/card';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { type EditedLine, MARK_LIST_REVIEWED, TAKE_OFF_LINE } from './emergency-lines.graphql';
import { useLinesToEdit } from './use-lines-to-edit';
import { WaitingLines } from './waiting-lines';

/** The emergency list for administrators: what waits for approval, the lines, and the day of the earliest review. */
export function EmergencyLineList() {
  const { lines, reviewedAt, problem, reload } = useLinesToEdit();
  if (!lines && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!lines) return <Skeleton kind="row" rows={3} />;
  return (
    <>
      <WaitingLines />
      <ButtonLink kind="primary" block icon="plus" to="/admin/emergency/new">
        <Trans>Agregar una línea</Trans>
      </ButtonLink>
      <section className="stack stack--3">
        <h2>
          <Trans>En la lista</Trans>
        </h2>
        {lines.length === 0 && (
          <p className="muted">
            <Trans>Todavía no hay ninguna línea. Quien abra la lista verá que está vacía.</Trans>
          </p>
        )}
        {lines.map((line) => (
          <Line key={line.id} line={line} onChanged={reload} />
        ))}
      </section>
      {reviewedAt && <Review reviewedAt={reviewedAt} onChanged={reload} />}
    </>
  );
}

interface LineProps {
  line: EditedLine;
  onChanged: () => void;
}

function Line({ line, onChanged }: LineProps) {
  const { t } = useLingui();
  const { id, phone, territory } = line;
  const name = line.name.es;
  return (
    <Card className="stack--2" aria-labelledby={id}>
      <div>
        <h3 className="row__t" id={id} lang="es">
          {name}
        </h3>
        <p className="row__s">
          <span lang="es">
            {line.purpose.es} · {line.hours.es}
          </span>
          {' · '}
          {line.languages.map((one) => one.name).join(', ')}
        </p>
        <p className="row__s">{territory ? territory.name : <Trans>Toda la región</Trans>}</p>
        <b className="num">{phone}</b>
      </div>
      <div className="btns">
        <ButtonLink
          small
          icon="edit"
          to={`/admin/emergency/${id}`}
          aria-label={t`Cambiar: ${name}`}
        >
          <Trans>Cambiar</Trans>
        </ButtonLink>
        <ConfirmedMutationButton
          {...{ document: TAKE_OFF_LINE, variables: { id } }}
          label={<Trans>Quitar</Trans>}
          ariaLabel={t`Quitar: ${name}`}
          title={<Trans>¿Quitar {name} de la lista?</Trans>}
          actLabel={<Trans>Quitar ahora</Trans>}
          actKind="danger"
          done={t`Línea quitada`}
          onDone={onChanged}
        >
          <Trans>
            No hace falta que nadie más lo apruebe. El número sale enseguida de la página pública, y
            queda en el registro. Los dispositivos que ya guardaron la lista lo muestran hasta que
            Trama arranque otra vez con conexión; si está abierta, hasta seis horas más. Para
            ponerlo otra vez hacen falta dos personas de administración.
          </Trans>
        </ConfirmedMutationButton>
      </div>
    </Card>
  );
}

/** The day of the earliest review, in UTC, and a button for an administrator who has just checked all lines. */
function Review({ reviewedAt, onChanged }: { reviewedAt: string; onChanged: () => void }) {
  const { t } = useLingui();
  const { language } = useMe();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = format.format(new Date(reviewedAt));
  return (
    <Card className="stack--2" aria-labelledby="review">
      <h2 className="h3" id="review">
        <Trans>Última revisión: {day}</Trans>
      </h2>
      <p className="muted">
        <Trans>
          La lista muestra esta fecha a todo el mundo: es la revisión más antigua de sus líneas.
        </Trans>
      </p>
      <ConfirmedMutationButton
        {...{ document: MARK_LIST_REVIEWED, variables: {} }}
        label={<Trans>Revisé toda la lista hoy</Trans>}
        ariaLabel={t`Revisé toda la lista hoy`}
        title={<Trans>¿Revisaste todas las líneas?</Trans>}
        actLabel={<Trans>Sí, todas</Trans>}
        actKind="primary"
        done={t`Revisión registrada`}
        onDone={onChanged}
      >
        <Trans>
          Di que sí solo si comprobaste hoy cada número, cada horario y cada lengua. Queda en el
          registro.
        </Trans>
      </ConfirmedMutationButton>
    </Card>
  );
}
