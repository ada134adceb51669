import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { currentDataUsage } from '../../lib/device/data-usage';
import type { Traffic } from '../../lib/device/data-usage-rules';
import {
  chooseDataSaver,
  chosenDataSaver,
  isDataSaverOn,
  type DataSaver,
} from '../../lib/device/data-saver';
import { reopenSocket } from '../../lib/server/socket';
import { formatBytes } from '../../lib/device/format-bytes';
import { Row, Rows } from '../../ui/display/card';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { Icon } from '../../ui/display/icon';
import { Page } from '../../ui/page/page';

const LOOK_EVERY_MS = 2_000;

/** Data saver setting of this device, and its data usage. */
export default function DataSaverPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Ahorro`}>
      <h1>
        <Trans>Ahorro de datos</Trans>
      </h1>
      <SaverChoice />
      <Used />
    </Page>
  );
}

function SaverChoice() {
  const { t } = useLingui();
  const [saver, setSaver] = useState(chosenDataSaver);
  const choose = (next: DataSaver) => {
    const before = isDataSaverOn();
    chooseDataSaver(next);
    setSaver(next);
    if (isDataSaverOn() !== before) reopenSocket();
  };
  const options = [
    ['system', t`Según tu navegador`, t`Si en él ahorras datos, aquí también`],
    [
      'on',
      t`Ahorrar`,
      t`Las fotos se descargan al tocarlas, las caras son iniciales, y las fotos que mandas se achican más`,
    ],
    ['off', t`No ahorrar`, t`Las fotos se ven al llegar`],
  ] as const;
  return (
    <ChoiceGroup legend={t`En este dispositivo`}>
      {options.map(([value, label, note]) => (
        <Choice
          key={value}
          name="saver"
          value={value}
          checked={value === saver}
          onChange={() => choose(value)}
          note={note}
        >
          {label}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

function Used() {
  const { t } = useLingui();
  const [{ today, thisMonth }, look] = useState(currentDataUsage);
  useEffect(() => {
    const timer = setInterval(() => look(currentDataUsage()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const label = t`Lo que usó Trama aquí`;
  const spans = [
    [t`Hoy`, today],
    [t`Este mes`, thisMonth],
  ] as const;
  return (
    <section className="stack stack--2">
      <h2>{label}</h2>
      <Rows label={label}>
        {spans.map(([span, traffic]) => (
          <Span key={span} {...{ span, traffic }} />
        ))}
      </Rows>
      <p className="xs muted">
        <Trans>
          La cuenta la lleva este navegador, no sale de él, y puede errar por poco. Bloquear ahora
          la borra.
        </Trans>
      </p>
    </section>
  );
}

function Span({ span, traffic: { received, sent } }: { span: string; traffic: Traffic }) {
  const [down, up] = [formatBytes(received), formatBytes(sent)];
  return (
    <Row
      start={<Icon name="download" size="s" />}
      title={span}
      note={
        <Trans>
          {down} recibidos · {up} enviados
        </Trans>
      }
    />
  );
}
