import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps, useEffect } from 'react';
import { Link, matchPath, Navigate, useLocation } from 'react-router';
import { OutboxSender } from '../../features/channels/composer/outbox-sender';
import { SignOutButton } from '../../features/signin/sign-out-button';
import { isExiting } from '../../lib/device/exit-flag';
import { startLocalExpiry } from '../../lib/device/expiry/local-expiry';
import { useOutbox } from '../../lib/device/outbox';
import { useConnection } from '../../lib/server/connection';
import { setSignedOutHandler } from '../../lib/server/graphql';
import { currentLanguage } from '../../lib/text/language';
import { ShieldButton } from '../../ui/actions/shield-button';
import { ConnectionPill } from '../../ui/display/connection-status';
import { Icon } from '../../ui/display/icon';
import { Logo } from '../../ui/display/logo';
import { type PageLayout, PageLayoutProvider, usePageLayoutState } from '../../ui/page/page';
import { SkipLinks } from '../../ui/page/skip-links';
import { PageRoutes } from '../page-routes';
import type { RoutePath } from '../route-paths';
import { useListInMemory } from './emergency-page';

/** A guest has the pages of one case, and the emergency list. */
const GUEST_PATHS: readonly RoutePath[] = ['/emergency', '/support/*'];

/** Time for the page of a deleted request to leave by itself: the deletion ends the session, too. */
const LEAVES_AFTER_MS = 1_000;

let isLeaving = false;

/** The way back is the recovery phrase: a guest has no password to sign in with. */
const leaveEndedSession = async () => {
  // Each refused request calls this; a second navigation would abort the first.
  if (isLeaving) return;
  isLeaving = true;
  await new Promise((done) => setTimeout(done, LEAVES_AFTER_MS));
  if (!isExiting()) location.replace(`/${currentLanguage()}/support/return`);
};

// Until this page is closed.
setSignedOutHandler(leaveEndedSession);

/** Layout for a guest: a bar, and the pages of the case without navigation to the rest of the app. */
export function GuestShell({ sendFiles }: ComponentProps<typeof OutboxSender>) {
  const [frame, setFrame] = usePageLayoutState();
  useListInMemory();
  useEffect(() => startLocalExpiry(), []);
  const { pathname } = useLocation();
  // The address of the app itself, and pages for members.
  if (!GUEST_PATHS.some((path) => matchPath(path, pathname)))
    return <Navigate to="/support" replace />;
  return (
    <PageLayoutProvider value={setFrame}>
      <SkipLinks />
      <OutboxSender sendFiles={sendFiles} />
      <div className="shell shell--guest">
        <div className={frame.isBare ? 'pane pane--bare' : 'pane'}>
          <GuestBar frame={frame} />
          <PageRoutes paths={GUEST_PATHS} />
        </div>
      </div>
    </PageLayoutProvider>
  );
}

function GuestBar({ frame: { back, title, isBare } }: { frame: PageLayout }) {
  const { t } = useLingui();
  const connection = useConnection();
  const queued = useOutbox();
  return (
    <header className={isBare ? 'topbar only-d' : 'topbar'}>
      {back ? (
        <>
          <Link className="iconbtn" to={back.to} aria-label={back.label}>
            <Icon name="back" />
          </Link>
          {title && <span className="topbar__title">{title}</span>}
        </>
      ) : (
        <span className="brand">
          <Logo />
          <span>Trama</span>
        </span>
      )}
      <span className="end" />
      <ConnectionPill state={connection} count={queued.length} />
      <SignOutButton
        label={t`Salir`}
        small
        page="/support/return"
        consequence={
          <Trans>Tu pedido sigue abierto: para volver necesitas tus doce palabras.</Trans>
        }
      />
      <ShieldButton />
    </header>
  );
}
