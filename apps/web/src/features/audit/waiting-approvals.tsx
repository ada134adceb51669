import { Plural, Trans } from '@lingui/react/macro';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';

/** Requests that the viewer may approve. */
export function WaitingApprovals() {
  const { '/approvals': count = 0 } = useBadgeCounts();
  if (count === 0) return null;
  return (
    <Row
      to="/approvals"
      start={<IconTile icon="allies" look="clay" />}
      title={<Plural value={count} one="# pedido por aprobar" other="# pedidos por aprobar" />}
      note={<Trans>Falta una segunda persona, hoy</Trans>}
    />
  );
}
