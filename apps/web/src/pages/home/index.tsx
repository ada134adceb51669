import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../lib/server/session';
import { useWaiting } from '../../lib/page/waiting';
import { Rows } from '../../ui/display/card';
import { Page } from '../../ui/page/page';
import { ApartHome } from './apart';
import { FirstSteps } from './first-steps';
import { StandingCards } from './standing-cards';
import { Welcome } from './welcome';
import { WAITING_CARDS, WAITING_ROWS } from './waiting';

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
          <HowMuch />
        </p>
      </div>
      <div className="stack stack--5">
        <StandingCards />
        {WAITING_CARDS.map((Waiting, at) => (
          <Waiting key={at} />
        ))}
        <Rows>
          {WAITING_ROWS.map((Waiting, at) => (
            <Waiting key={at} />
          ))}
        </Rows>
      </div>
      <div className="stack stack--5">
        <FirstSteps />
        <Welcome />
      </div>
    </Page>
  );
}

/** Each introduction is one thing; of the rest each row is one. */
function HowMuch() {
  const {
    '/people': introductions = 0,
    '/desk': _ofDesk,
    '/groups': _ofGroups,
    ...others
  } = useWaiting();
  const count = introductions + Object.values(others).filter((waiting) => waiting > 0).length;
  if (count === 0) return <Trans>No tienes nada pendiente. Puedes mirar con calma.</Trans>;
  return (
    <Plural value={count} one="Tienes una cosa pendiente." other="Tienes # cosas pendientes." />
  );
}

function Greeting({ name }: { name: string | null }) {
  const { t } = useLingui();
  const [hour] = useState(() => new Date().getHours());
  const hello = hour < 12 ? t`Buen día` : hour < 19 ? t`Buenas tardes` : t`Buenas noches`;
  return name ? `${hello}, ${name}` : hello;
}
