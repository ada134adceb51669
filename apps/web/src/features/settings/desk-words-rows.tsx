import { Trans } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../ui/card';

/** What the desk is given, each on a page of its own. */
export function DeskWordsRows() {
  return (
    <Rows>
      <Row
        to="/admin/settings/checklist"
        start={<IconTile icon="desk" />}
        title={<Trans>Lo que se mira antes de opinar</Trans>}
        note={<Trans>La lista que marca quien lee una postulación</Trans>}
      />
    </Rows>
  );
}
