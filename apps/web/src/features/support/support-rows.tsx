import { Plural } from '@lingui/react/macro';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';

/** For the home page: requests that wait for a supporter, and answers that wait for their requester. */
export function SupportRows() {
  const { '/cases': waiting = 0, '/support': news = 0 } = useBadgeCounts();
  return (
    <>
      {news > 0 && (
        <Row
          to="/support"
          start={<IconTile icon="support" look="clay" />}
          title={
            <Plural
              value={news}
              one="Hay novedades en tu pedido de apoyo"
              other="Hay novedades en # pedidos de apoyo"
            />
          }
        />
      )}
      {waiting > 0 && (
        <Row
          to="/cases"
          start={<IconTile icon="support" />}
          title={
            <Plural
              value={waiting}
              one="# pedido de apoyo espera a alguien"
              other="# pedidos de apoyo esperan a alguien"
            />
          }
        />
      )}
    </>
  );
}
