import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { keyForAction } from '../../../lib/page/keyboard-shortcuts';
import { Icon } from '../../../ui/display/icon';

/** Link to the message search, within one channel or in all. The shortcut in `search-shortcut.ts` follows it. */
export function MessageSearchLink({ channelId = '' }: { channelId?: string }) {
  const { t } = useLingui();
  return (
    <Link
      className="iconbtn"
      to={`/channels/search?in=${channelId}`}
      aria-label={t`Buscar mensajes`}
      aria-keyshortcuts={keyForAction('find')}
      data-key="find"
    >
      <Icon name="search" />
    </Link>
  );
}
