import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../lib/session';
import { Page } from '../../ui/page';
import { ApartHome } from './apart';
import { FirstSteps } from './first-steps';
import { Welcome } from './welcome';
import { WAITING } from './waiting';

/** What waits for the person, then what can be done calmly. Never a feed. */
export default function Home() {
  const { personName, standing } = useMe();
  if (standing !== 'member') return <ApartHome />;
  return (
    <Page className="stack stack--5 home">
      <div className="stack stack--1">
        <h1>
          <Greeting name={personName} />
        </h1>
        <p className="muted">
          <Trans>Aquí está lo que espera por ti.</Trans>
        </p>
      </div>
      <div className="stack stack--5">
        {WAITING.map((Waiting, at) => (
          <Waiting key={at} />
        ))}
        <Welcome />
      </div>
      <div className="stack stack--5">
        <FirstSteps />
      </div>
    </Page>
  );
}

function Greeting({ name }: { name: string | null | undefined }) {
  const { t } = useLingui();
  const [hour] = useState(() => new Date().getHours());
  const hello = hour < 12 ? t`Buen día` : hour < 19 ? t`Buenas tardes` : t`Buenas noches`;
  return name ? `${hello}, ${name}` : hello;
}
