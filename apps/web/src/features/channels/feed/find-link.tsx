import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { keyOf } from '../../../lib/page/keys';
import { Icon } from '../../../ui/display/icon';

/** The way to the search of messages: of one channel, or of all. A key opens it, see find-key.ts. */
export function FindLink({ channelId = '' }: { channelId?: string }) {
  const { t } = useLingui();
  return (
    <Link
      className="iconbtn"
      to={`/channels/search?in=${channelId}`}
      aria-label={t`Buscar mensajes`}
      aria-keyshortcuts={keyOf('find')}
      data-key="find"
    >
      <Icon name="search" />
    </Link>
  );
}
