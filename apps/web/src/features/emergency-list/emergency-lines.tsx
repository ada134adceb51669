import { Trans, useLingui } from '@lingui/react/macro';
import {
  type EmergencyGroup,
  emergencyTextIn,
  groupEmergencyLines,
  telephoneUrl,
  territoriesOf,
} from '../../../public-pages/support/emergency-groups';
import { useConnection } from '../../lib/server/connection';
import { useMe } from '../../lib/server/session';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { Select } from '../../ui/forms/field';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import type { EmergencyLine, EmergencyList } from './emergency-list.graphql';
import { useChosenTerritory, useEmergencyList } from './use-emergency-list';

/** The emergency list, with the chosen territory first. It can be read without a connection. */
export function EmergencyLines() {
  const { list, isStored, problem, reload } = useEmergencyList();
  const isOffline = useConnection() === 'offline';
  if (!list && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!list) return <Skeleton kind="row" rows={3} />;
  if (list.items.length === 0) return <EmptyList />;
  return (
    <>
      <p className="muted">
        <Trans>Puedes llamar a estos servicios. No son parte de Trama.</Trans>
      </p>
      {isOffline && (
        <Banner look="warn" title={<Trans>Sin conexión</Trans>}>
          <Trans>
            Ves la lista que se cargó antes; puede haber cambiado. Para llamar hace falta señal de
            teléfono, no internet.
          </Trans>
        </Banner>
      )}
      {isStored && !isOffline && (
        <Banner look="warn" icon="alert" title={<Trans>La lista puede haber cambiado</Trans>}>
          <Trans>
            No pudimos cargar la lista más reciente. Esta es la que guardó este dispositivo. Puedes
            llamar igual.
          </Trans>
        </Banner>
      )}
      <Groups list={list} />
      <p className="xs muted">
        <Reviewed list={list} />{' '}
        <Trans>
          No guardamos registro de quién abre la lista. La llamada sí queda en tu teléfono.
        </Trans>
      </p>
    </>
  );
}

function EmptyList() {
  const { language } = useMe();
  return (
    <EmptyState
      title={<Trans>La lista todavía está vacía</Trans>}
      actions={
        <a className="btn btn--line" href={`/${language}/support`} target="_blank" rel="noreferrer">
          <Trans>A dónde escribir</Trans>
        </a>
      }
    >
      <Trans>
        Todavía no hay números aquí. No esperes: busca a alguien de confianza o a una organización
        que conozcas. La dirección de este sitio no es de emergencia y puede tardar en responder.
      </Trans>
    </EmptyState>
  );
}

function Groups({ list: { items } }: { list: EmergencyList }) {
  const { t } = useLingui();
  const { language } = useMe();
  const [chosen, choose] = useChosenTerritory();
  const territories = territoriesOf(items, language);
  return (
    <>
      {territories.length > 0 && (
        <Select
          label={t`Tu país o territorio`}
          value={territories.some(({ id }) => id === chosen) ? chosen : ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t`Todos`}</option>
          {territories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {groupEmergencyLines(items, chosen, language).map((group, at) => (
        <Group key={group.territory?.id ?? ''} group={group} isFirst={at === 0} />
      ))}
    </>
  );
}

interface GroupProps {
  group: EmergencyGroup<EmergencyLine>;
  isFirst: boolean;
}

function Group({ group: { territory, lines }, isFirst }: GroupProps) {
  return (
    <section className="stack stack--3">
      <h2>{territory ? territory.name : <Trans>Para toda la región</Trans>}</h2>
      <ul className="stack stack--3">
        {lines.map((line, at) => (
          <Line key={line.id} line={line} isFirst={isFirst && at === 0} />
        ))}
      </ul>
    </section>
  );
}

/** A service with its number. Only the first one of the page has a filled button. */
function Line({ line, isFirst }: { line: EmergencyLine; isFirst: boolean }) {
  const { t } = useLingui();
  const { language } = useMe();
  const toast = useToast();
  const { phone } = line;
  const name = emergencyTextIn(line.name, language).text;
  const copy = () =>
    navigator.clipboard.writeText(phone).then(
      () => toast({ text: t`Número copiado` }),
      () => toast({ text: t`No se pudo copiar`, icon: 'alert' }),
    );
  return (
    <li className="card stack stack--3">
      <div>
        <h3 className="row__t">
          <Text of={line.name} />
        </h3>
        <p className="row__s">
          <Text of={line.purpose} /> · <Text of={line.hours} /> ·{' '}
          {line.languages.map((one) => one.name).join(', ')}
        </p>
        <b className="num">{phone}</b>
      </div>
      <div className="btns">
        <a
          className={isFirst ? 'btn btn--primary' : 'btn btn--line'}
          href={telephoneUrl(phone)}
          aria-label={t`Llamar: ${name}, ${phone}`}
        >
          <Trans>Llamar</Trans>
        </a>
        <Button aria-label={t`Copiar número: ${name}`} onClick={() => void copy()}>
          <Trans>Copiar número</Trans>
        </Button>
      </div>
    </li>
  );
}

/** A text in the language of the page, or else in Spanish, which is then marked for screen readers. */
function Text({ of }: { of: EmergencyLine['name'] }) {
  const { language } = useMe();
  const { text, lang } = emergencyTextIn(of, language);
  return lang === language ? text : <span lang={lang}>{text}</span>;
}

/** The day of the earliest review, in UTC, as on the public page. */
function Reviewed({ list: { reviewedAt } }: { list: EmergencyList }) {
  const { language } = useMe();
  if (!reviewedAt) return null;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = format.format(new Date(reviewedAt));
  return <Trans>Cada número se revisó el {day} o después.</Trans>;
}
