import { Plural, Trans } from '@lingui/react/macro';
import { DESK_COUNT_PATHS, useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';

/** For accounts with a duty at the desk: number of waiting items, the same as in the navigation rail. */
export function PendingDeskItems() {
  const waiting = useBadgeCounts();
  const [applications = 0, reopenings = 0, matters = 0] = DESK_COUNT_PATHS.map(
    (part) => waiting[part],
  );
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
        <Plural
          value={count}
          one="# postulación te espera en la Mesa"
          other="# postulaciones te esperan en la Mesa"
        />
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
          one="# aval retirado te espera en la Mesa"
          other="# avales retirados te esperan en la Mesa"
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
      title={
        <Plural
          value={count}
          one="# asunto te espera en la Mesa"
          other="# asuntos te esperan en la Mesa"
        />
      }
    />
  );
}
