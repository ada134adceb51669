import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Icon } from '../../../ui/display/icon';

/** The way to the search of messages: of one channel, or of all. The key / takes it, see find-key.ts. */
export function FindLink({ channelId = '' }: { channelId?: string }) {
  const { t } = useLingui();
  return (
    <Link
      className="iconbtn"
      to={`/channels/search?in=${channelId}`}
      aria-label={t`Buscar mensajes`}
      aria-keyshortcuts="/"
    >
      <Icon name="search" />
    </Link>
  );
}
