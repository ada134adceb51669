import { Plural, Trans } from '@lingui/react/macro';
import { useBadgeCounts } from '../../../lib/page/badge-counts';
import { IconTile, Row } from '../../../ui/display/card';

/** Unread notices of moderation, for the home page. */
export function WaitingNotices() {
  const { '/me/notices': count = 0 } = useBadgeCounts();
  if (count === 0) return null;
  return (
    <Row
      to="/me/notices"
      start={<IconTile icon="flag" look="clay" />}
      title={
        <Plural value={count} one="Moderación te dijo algo" other="Moderación te dijo # cosas" />
      }
      note={<Trans>Aquí lees qué y por qué</Trans>}
    />
  );
}
