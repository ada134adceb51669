import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { BarChart } from '../../../ui/display/bar-chart';
import { Card } from '../../../ui/display/card';
import type { ThroughputData } from './throughput.graphql';

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

export function WeeklyFlowChart({ weeks }: { weeks: ThroughputData['weeks'] }) {
  const { t, i18n } = useLingui();
  const received = sum(weeks.map((week) => week.received));
  const decided = sum(weeks.map((week) => week.decided));
  const came = plural(received, {
    one: 'llegó # postulación',
    other: 'llegaron # postulaciones',
  });
  const went = plural(decided, { one: 'se decidió #', other: 'se decidieron #' });
  const day = (monday: string) =>
    i18n.date(new Date(monday), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <Card aria-label={t`Llegan y se deciden`}>
      <h2>
        <Trans>Llegan y se deciden</Trans>
      </h2>
      <BarChart
        summary={t`En doce semanas ${came} y ${went}.`}
        rowHead={t`Semana del`}
        series={[t`Llegan`, t`Se deciden`]}
        rows={weeks.map((week) => ({
          label: day(week.monday),
          values: [week.received, week.decided],
        }))}
      />
    </Card>
  );
}

export function DecisionTimeChart({ medianHours, p90Hours }: ThroughputData) {
  const { t } = useLingui();
  return (
    <Card aria-label={t`Cuánto se espera una decisión`}>
      <h2>
        <Trans>Cuánto se espera una decisión</Trans>
      </h2>
      {medianHours === null || p90Hours === null ? (
        <p className="muted">
          <Trans>Todavía no hay decisiones en estas doce semanas.</Trans>
        </p>
      ) : (
        <div className="figures">
          <span>
            <b>
              <Duration hours={medianHours} />
            </b>
            <Trans>o menos, la mitad de las veces</Trans>
          </span>
          <span>
            <b>
              <Duration hours={p90Hours} />
            </b>
            <Trans>o menos, nueve de cada diez</Trans>
          </span>
        </div>
      )}
    </Card>
  );
}

/** Hours up to two days, then days. */
function Duration({ hours }: { hours: number }) {
  if (hours < 48) return <Plural value={hours} one="# hora" other="# horas" />;
  return <Plural value={Math.round(hours / 24)} one="# día" other="# días" />;
}

export function OpenByAgeChart({ ages, asked }: ThroughputData) {
  const { t } = useLingui();
  const open = sum(ages.map(({ count }) => count));
  const old = ages.at(-1)?.count ?? 0;
  const waiting = plural(open, { one: 'Espera #', other: 'Esperan #' });
  const long = plural(old, {
    0: 'ninguna lleva más de una semana',
    one: '# lleva más de una semana',
    other: '# llevan más de una semana',
  });
  return (
    <Card aria-label={t`Lo que espera hoy`}>
      <h2>
        <Trans>Lo que espera hoy</Trans>
      </h2>
      <BarChart
        summary={
          asked > 0
            ? t`${waiting}, sin contar las que están en conversación; ${long}.`
            : `${waiting}; ${long}.`
        }
        rowHead={t`Días de espera`}
        series={[t`Postulaciones`]}
        rows={ages.map(({ upToHours, count }, at) => {
          const from = (ages[at - 1]?.upToHours ?? 0) / 24;
          return { label: upToHours ? `${from}–${upToHours / 24}` : `> ${from}`, values: [count] };
        })}
      />
      {asked > 0 && (
        <p className="xs muted">
          <Plural
            value={asked}
            one="Además, # espera una respuesta de quien postula."
            other="Además, # esperan una respuesta de quien postula."
          />
        </p>
      )}
    </Card>
  );
}

export function OwnShareChart({ load }: { load: NonNullable<ThroughputData['load']> }) {
  const { t, i18n } = useLingui();
  const { own, average } = load;
  const times = plural(own, { one: '# decisión', other: '# decisiones' });
  const usual = i18n.number(average);
  return (
    <Card aria-label={t`Tu parte`}>
      <h2>
        <Trans>Tu parte</Trans>
      </h2>
      <BarChart
        summary={t`Tu opinión contó en ${times}. En promedio, la de cada persona que revisa, en ${usual}.`}
        rowHead={t`Quién`}
        series={[t`Decisiones`]}
        rows={[
          { label: t`Tú`, values: [own] },
          { label: t`Promedio`, values: [average] },
        ]}
      />
      <p className="xs muted">
        <Trans>Sirve para repartir y descansar. Aquí nadie ve la parte de otra persona.</Trans>
      </p>
    </Card>
  );
}
