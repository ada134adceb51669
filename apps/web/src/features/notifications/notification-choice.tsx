import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../lib/server/errors';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Check, Choice as Radio, ChoiceGroup } from '../../ui/forms/choice';
import { Field, Select } from '../../ui/forms/field';
import { LoadFailed } from '../../ui/page/load-failed';
import { timeZoneName } from '../../lib/text/time-zone-names';
import { Skeleton } from '../../ui/display/skeleton';
import {
  CHOOSE_NOTIFICATIONS,
  type NotificationChoiceData,
  NOTIFICATION_CHOICE_QUERY,
} from './notification-settings.graphql';

const NIGHT = { quietFrom: 22 * 60, quietTo: 7 * 60 };
const DEVICE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** Some devices report only an offset instead of a named time zone. */
const HERE = DEVICE.includes('/') ? DEVICE : null;
/** The server's default time zone. */
const HOUSE = 'America/Bogota';

/** Settings for mails and quiet hours; each change is saved at once. */
export function NotificationChoice() {
  const [{ data, error }, again] = useQuery({ query: NOTIFICATION_CHOICE_QUERY });
  const problem = requestProblemOf(error);
  if (data) return <Chosen kept={data.notificationChoice} />;
  return problem ? <LoadFailed problem={problem} onRetry={() => again()} /> : <Skeleton rows={4} />;
}

function Chosen({ kept }: { kept: NotificationChoiceData }) {
  const [choice, setChoice] = useState(kept);
  const act = useMutationState(CHOOSE_NOTIFICATIONS);
  const choose = async (part: Partial<NotificationChoiceData>) => {
    const before = choice;
    // The device's time zone, until the account has chosen one: the digest is sent in the morning of that zone.
    const { mails, quietFrom, quietTo, timeZone } = {
      ...choice,
      timeZone: choice.timeZone ?? HERE,
      ...part,
    };
    setChoice({ ...choice, mails, quietFrom, quietTo, timeZone });
    const input = { mails, quietFrom, quietTo, timeZone };
    if (!(await act.run({ input }))) setChoice(before);
  };
  return (
    <>
      <ErrorBanner text={act.message} />
      <Mails choice={choice} onChoose={(part) => void choose(part)} />
      <Quiet choice={choice} onChoose={(part) => void choose(part)} />
      <Banner look="info">
        <Trans>
          Los correos solo dicen que hay novedades: ni nombres ni textos. Trama no manda otros
          avisos fuera de la aplicación.
        </Trans>
      </Banner>
    </>
  );
}

interface PartProps {
  choice: NotificationChoiceData;
  onChoose: (part: Partial<NotificationChoiceData>) => void;
}

const RHYTHMS: readonly [NotificationChoiceData['mails'], MessageDescriptor, MessageDescriptor][] =
  [
    ['daily', msg`Una vez al día`, msg`A las 8 de la mañana, si hay algo sin leer`],
    ['each', msg`Cuando hay novedades`, msg`Como mucho un correo cada seis horas`],
    ['off', msg`Nunca`, msg`Lo ves al entrar`],
  ];

function Mails({ choice: { mails }, onChoose }: PartProps) {
  const { t, i18n } = useLingui();
  return (
    <ChoiceGroup
      legend={t`Correo sobre tus canales`}
      hint={t`Quien te nombra o responde, y los canales de los que oyes todo. Las presentaciones y los pedidos te llegan aparte.`}
    >
      {RHYTHMS.map(([value, label, note]) => (
        <Radio
          key={value}
          name="mails"
          value={value}
          checked={value === mails}
          onChange={() => onChoose({ mails: value })}
          note={i18n._(note)}
        >
          {i18n._(label)}
        </Radio>
      ))}
    </ChoiceGroup>
  );
}

function Quiet({ choice, onChoose }: PartProps) {
  const { t } = useLingui();
  const { quietFrom, quietTo } = choice;
  const isOn = quietFrom !== null && quietTo !== null;
  const off = { quietFrom: null, quietTo: null };
  return (
    <fieldset className="field field--choices">
      <legend>{t`Horas de silencio`}</legend>
      <span className="hint">
        <Trans>En estas horas no sale ningún correo.</Trans>
      </span>
      <Check checked={isOn} onChange={() => onChoose(isOn ? off : NIGHT)}>
        <Trans>Quiero horas de silencio</Trans>
      </Check>
      {isOn && (
        <div className="grid2">
          <Minute
            label={t`Desde`}
            minute={quietFrom}
            onMinute={(quietFrom) => quietFrom !== quietTo && onChoose({ quietFrom })}
          />
          <Minute
            label={t`Hasta`}
            minute={quietTo}
            onMinute={(quietTo) => quietTo !== quietFrom && onChoose({ quietTo })}
          />
        </div>
      )}
      <Zone {...{ choice, onChoose }} />
    </fieldset>
  );
}

interface MinuteProps {
  label: string;
  minute: number;
  onMinute: (minute: number) => void;
}

function Minute({ label, minute, onMinute }: MinuteProps) {
  const two = (number: number) => String(number).padStart(2, '0');
  const take = (value: string) => {
    const [hour, rest] = value.split(':').map(Number);
    if (hour !== undefined && rest !== undefined) onMinute(hour * 60 + rest);
  };
  return (
    <Field label={label}>
      {(described) => (
        <input
          {...described}
          className="input"
          type="time"
          required
          value={`${two(Math.floor(minute / 60))}:${two(minute % 60)}`}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Time zone select, sorted by city name. */
function Zone({ choice: { timeZone }, onChoose }: PartProps) {
  const { t, i18n } = useLingui();
  const current = timeZone ?? HERE ?? HOUSE;
  const near = Intl.supportedValuesOf('timeZone').filter((zone) =>
    /^(America|Atlantic)\//.test(zone),
  );
  const { compare } = new Intl.Collator(i18n.locale);
  const zones = [...new Set([current, ...near])]
    .map((zone) => ({ zone, name: timeZoneName(zone, i18n.locale) }))
    .toSorted((a, b) => compare(a.name, b.name));
  return (
    <Select
      label={t`La hora de`}
      value={current}
      onChange={(event) => onChoose({ timeZone: event.target.value })}
    >
      {zones.map(({ zone, name }) => (
        <option key={zone} value={zone}>
          {name}
        </option>
      ))}
    </Select>
  );
}
