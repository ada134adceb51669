import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useOutbox } from '../lib/device/outbox';
import { useConnection } from '../lib/server/connection';
import { useMe } from '../lib/server/session';
import { showOverlay } from '../lib/page/overlay';
import { FINDER_KEY } from '../lib/page/keyboard-shortcuts';
import { useBadgeCounts } from '../lib/page/badge-counts';
import { Logo } from '../ui/display/logo';
import { Icon } from '../ui/display/icon';
import type { PageLayout } from '../ui/page/page';
import { ShieldButton } from '../ui/actions/shield-button';
import { ConnectionPill } from '../ui/display/connection-status';
import { OwnFace } from './own-face';
import { BadgeDot } from './navigation-bars';

/** Top bar, in the same order on every screen: title, search, connection state, shield menu, account. */
export function TopBar({ frame }: { frame: PageLayout }) {
  const connection = useConnection();
  const { standing } = useMe();
  const queued = useOutbox();
  return (
    <header className={frame.isBare ? 'topbar only-d' : 'topbar'}>
      <Start frame={frame} />
      {standing === 'member' && <SearchButton className="topsearch only-d" />}
      <span className="end" />
      <ConnectionPill state={connection} count={queued.length} />
      {standing === 'member' && <SearchButton className="iconbtn only-m" />}
      {standing === 'member' && <InboxLink />}
      <ShieldButton />
      <OwnButton />
    </header>
  );
}

function Start({ frame: { back, title } }: { frame: PageLayout }) {
  const { t } = useLingui();
  if (back) {
    return (
      <>
        <Link className="iconbtn only-m" to={back.to} aria-label={back.label}>
          <Icon name="back" />
        </Link>
        {title && (
          <span className="topbar__title only-m" title={title}>
            {title}
          </span>
        )}
      </>
    );
  }
  return (
    <span className="only-m">
      <Link className="brand" to="/" aria-label={t`Trama, inicio`}>
        <Logo />
        <span>Trama</span>
      </Link>
    </span>
  );
}

function SearchButton({ className }: { className: string }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="dialog"
      aria-keyshortcuts={FINDER_KEY.aria}
      onClick={() => showOverlay('finder')}
    >
      <Icon name="search" />
      <span>{t`Buscar personas, canales, grupos`}</span>
      <kbd className="kbd" aria-hidden="true">
        {FINDER_KEY.label}
      </kbd>
    </button>
  );
}

function InboxLink() {
  const { t } = useLingui();
  const { '/inbox': count = 0 } = useBadgeCounts();
  return (
    <Link className="iconbtn topbar__inbox" to="/inbox">
      <Icon name="bell" />
      <span className="vh">{t`Bandeja`}</span>
      <BadgeDot count={count} />
    </Link>
  );
}

function OwnButton() {
  const { t } = useLingui();
  return (
    <Link className="iconbtn" to="/account">
      <OwnFace size="s" />
      <span className="vh">{t`Tu cuenta`}</span>
    </Link>
  );
}
