import { Plural, Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { WaitingDeskQuery, WaitingDeskQueryVariables } from '../../gql/types';
import { useNews } from '../../lib/server/use-news';
import { useMe } from '../../lib/server/session';
import { useTellWaiting } from '../../lib/page/waiting';
import { IconTile, Row } from '../../ui/display/card';

const WAITING_DESK = gql<WaitingDeskQuery, WaitingDeskQueryVariables>`
  query WaitingDesk($vets: Boolean!) {
    applicationsWaiting @include(if: $vets)
    reopeningsWaiting @include(if: $vets)
    mattersWaiting
  }
`;

/** For whoever has a task at the desk: how much waits there. */
export function WaitingDesk() {
  const { duties } = useMe();
  const isAtDesk = duties.includes('vet') || duties.includes('moderate');
  return isAtDesk ? <DeskRows /> : null;
}

function DeskRows() {
  const { duties } = useMe();
  const [{ data }, execute] = useQuery({
    query: WAITING_DESK,
    variables: { vets: duties.includes('vet') },
    requestPolicy: 'cache-and-network',
  });
  useNews(['application', 'reopening', 'matter'], () => execute({ requestPolicy: 'network-only' }));
  const applications = data?.applicationsWaiting ?? 0;
  const reopenings = data?.reopeningsWaiting ?? 0;
  const matters = data?.mattersWaiting ?? 0;
  useTellWaiting('/desk', data && applications + reopenings + matters);
  return (
    <>
      {applications > 0 && <Applications count={applications} />}
      {reopenings > 0 && <Reopenings count={reopenings} />}
      {matters > 0 && <Matters count={matters} />}
    </>
  );
}

function Applications({ count }: { count: number }) {
  return (
    <Row
      to="/desk"
      start={<IconTile icon="desk" />}
      title={
        <Plural value={count} one="# postulación en la Mesa" other="# postulaciones en la Mesa" />
      }
      note={<Trans>Prometimos leerlas en 72 horas</Trans>}
    />
  );
}

function Reopenings({ count }: { count: number }) {
  return (
    <Row
      to="/desk"
      start={<IconTile icon="heart" look="clay" />}
      title={
        <Plural
          value={count}
          one="# aval retirado en la Mesa"
          other="# avales retirados en la Mesa"
        />
      }
    />
  );
}

function Matters({ count }: { count: number }) {
  return (
    <Row
      to="/desk"
      start={<IconTile icon="flag" look="clay" />}
      title={<Plural value={count} one="# asunto en la Mesa" other="# asuntos en la Mesa" />}
    />
  );
}
