import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { matchPath, useLocation } from 'react-router';
import { OutboxSender } from '../features/channels/composer/outbox-sender';
import { restoreLostFocus } from '../lib/page/restore-lost-focus';
import { lazyComponent } from '../lib/server/lazy-component';
import { useMe } from '../lib/server/session';
import { useTripleShift } from '../lib/device/use-lock-gestures';
import { lockNow } from '../lib/device/lock-and-exit';
import { PageLayoutProvider, usePageLayoutState } from '../ui/page/page';
import { SkipLinks } from '../ui/page/skip-links';
import { Overlays } from './overlays';
import { PageRoutes } from './page-routes';
import { BottomTabs, NavigationRail } from './navigation-bars';
import { APPLICANT_PATHS, NON_MEMBER_PATHS, ROUTE_PATHS } from './route-paths';
import { TopBar } from './top-bar';
import { useScrollRestoration } from './use-scroll-restoration';
import { useRemoveLeftGroups } from './use-remove-left-groups';
import { useLoadBadgeCounts } from './use-load-badge-counts';
import { RedirectToStatus } from './session-screens';

/** Few accounts are about to be deleted. */
const DeletionNotice = lazyComponent(() =>
  import('../features/signin/deletion-notice').then((all) => all.DeletionNotice),
);

const sendFiles = () =>
  import('../features/attachments/sending/send-files').then((all) => all.sendFiles);

const BackgroundWork = lazyComponent(() =>
  import('./background/background-work').then((all) => all.BackgroundWork),
);

const GuestShell = lazyComponent(() => import('./load-guest').then((all) => all.loadGuestShell()));

/** Layout of every page: skip links, navigation rail or tabs, top bar and the page, always in this order. */
export function Shell() {
  const me = useMe();
  const [frame, setFrame] = usePageLayoutState();
  useTripleShift(() => void lockNow());
  useScrollRestoration();
  useLoadBadgeCounts();
  useRemoveLeftGroups();
  useEffect(restoreLostFocus, []);
  const { pathname } = useLocation();
  if (me.standing === 'guest') return <GuestShell sendFiles={sendFiles} />;
  const isApplicant = me.standing === 'applicant';
  if (isApplicant && !APPLICANT_PATHS.some((path) => matchPath(path, pathname)))
    return <RedirectToStatus />;
  const paths = isApplicant
    ? APPLICANT_PATHS
    : me.standing === 'member'
      ? ROUTE_PATHS
      : NON_MEMBER_PATHS;
  return (
    <PageLayoutProvider value={setFrame}>
      <SkipLinks />
      {(isApplicant || me.standing === 'member') && <OutboxSender sendFiles={sendFiles} />}
      <BackgroundWork />
      <DemoBanner />
      <div className={frame.isSlim ? 'shell shell--slim' : 'shell'}>
        <NavigationRail />
        <div className={frame.isBare ? 'pane pane--bare' : 'pane'}>
          <TopBar frame={frame} />
          {me.deletionDueAt && !frame.isBare && (
            <div className="page page--notice">
              <DeletionNotice dueAt={me.deletionDueAt} />
            </div>
          )}
          <PageRoutes paths={paths} />
        </div>
      </div>
      {!frame.isBare && <BottomTabs />}
      <Overlays />
    </PageLayoutProvider>
  );
}

/** Banner of a demo instance. The server sets the flag in the HTML. */
function DemoBanner() {
  if (document.documentElement.dataset['demo'] === undefined) return null;
  return (
    <aside className="demo" aria-labelledby="demo">
      <p id="demo">
        <Trans>Datos ficticios: esta es una demostración</Trans>
      </p>
    </aside>
  );
}
