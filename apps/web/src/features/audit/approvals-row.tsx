import { Trans } from '@lingui/react/macro';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';
import { WaitingApprovals } from './waiting-approvals';

/** Lists the requests that wait for the viewer's approval; without any, links to the viewer's own requests. */
export function ApprovalsRow() {
  const { '/approvals': count = 0 } = useBadgeCounts();
  if (count > 0) return <WaitingApprovals />;
  return (
    <Row
      to="/approvals"
      start={<IconTile icon="allies" look="plain" />}
      title={<Trans>Aprobaciones</Trans>}
      note={<Trans>Lo que pediste, y lo que espera a otra persona</Trans>}
    />
  );
}
