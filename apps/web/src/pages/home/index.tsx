import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../lib/server/session';
import { useBadgeCounts, useBadgeCountsLoaded } from '../../lib/page/badge-counts';
import { retryOutbox, useOutbox } from '../../lib/device/outbox';
import { useConnection } from '../../lib/server/connection';
import { lazyComponent } from '../../lib/server/lazy-component';
import { Rows } from '../../ui/display/card';
import { OutboxBar } from '../../ui/display/connection-status';
import { Page } from '../../ui/page/page';
import { StandingCards } from './standing-cards';
import { Welcome } from './welcome';
import { PENDING_CARDS, PENDING_ROWS } from './pending-tasks';

/** Most members have taken their first steps, so the start route does not load this code. */
const FirstSteps = lazyComponent(() => import('./first-steps').then((all) => all.FirstSteps));

/** Home page of members: first the tasks that wait for the person, then optional ones. It is not a feed. */
export default function HomePage() {
  const { personName } = useMe();
  const queued = useOutbox();
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
      <OutboxBar queued={queued} onRetry={retryOutbox} />
      <div className="stack stack--5">
        <StandingCards />
        {PENDING_CARDS.map((Waiting, at) => (
          <Waiting key={at} />
        ))}
        <Rows>
          {PENDING_ROWS.map((Waiting, at) => (
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

/** Number of pending tasks. Offline, it says that the number is the last known one, or unknown. */
function HowMuch() {
  const isLoaded = useBadgeCountsLoaded();
  const isOffline = useConnection() === 'offline';
  if (!isLoaded) {
    return isOffline ? <Trans>Sin conexión no se sabe qué tienes pendiente.</Trans> : '\u00a0';
  }
  return (
    <>
      <Pending />
      {isOffline && (
        <>
          {' '}
          <Trans>Es lo último que se supo antes de perder la conexión.</Trans>
        </>
      )}
    </>
  );
}

/** Counts each introduction and each desk item as one task; each other row counts as one task. */
function Pending() {
  const {
    '/people': introductions = 0,
    '/desk': atDesk = 0,
    '/groups': _ofGroups,
    ...others
  } = useBadgeCounts();
  const rows = Object.entries(others).filter(
    ([at, count]) => count > 0 && !at.startsWith('/desk/'),
  );
  const count = introductions + atDesk + rows.length;
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
