import { Plural } from '@lingui/react/macro';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { IconTile, Row } from '../../ui/display/card';

/** Row of the home page with unread mentions and answers. */
export function UnreadInboxRow() {
  const { '/inbox': count = 0 } = useBadgeCounts();
  if (count === 0) return null;
  return (
    <Row
      to="/inbox"
      start={<IconTile icon="bell" look="clay" />}
      title={
        <Plural
          value={count}
          one="# mención o respuesta sin leer"
          other="# menciones y respuestas sin leer"
        />
      }
    />
  );
}
