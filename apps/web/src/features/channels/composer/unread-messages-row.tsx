import { Plural } from '@lingui/react/macro';
import { useUnreadChannels, useBadgeCounts } from '../../../lib/page/badge-counts';
import { IconTile, Row } from '../../../ui/display/card';

/** Maximum number of channel names shown. */
const NAMED = 3;

export function UnreadMessagesRow() {
  const { '/channels': messages = 0 } = useBadgeCounts();
  const unread = useUnreadChannels();
  if (messages === 0) return null;
  const [only] = unread;
  return (
    <Row
      to={only && unread.length === 1 ? `/channels/${only.id}` : '/channels'}
      start={<IconTile icon="channel" />}
      title={<Plural value={messages} one="# mensaje sin leer" other="# mensajes sin leer" />}
      note={unread
        .slice(0, NAMED)
        .map(({ name }) => name)
        .join(' · ')}
    />
  );
}
