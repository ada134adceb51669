import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { OutboxSender } from '../features/channels/composer/outbox-sender';
import { DeletionNotice } from '../features/signin/deletion-notice';
import { restoreLostFocus } from '../lib/page/restore-lost-focus';
import { lazyPart } from '../lib/server/lazy-part';
import { useMe } from '../lib/server/session';
import { useTripleShift } from '../lib/device/use-lock-gestures';
import { lockNow } from '../lib/device/lock-and-exit';
import { FrameProvider, useFrameState } from '../ui/page/page';
import { SkipLinks } from '../ui/page/skip-links';
import { Overlays } from './overlays';
import { Pages } from './pages';
import { BottomTabs, Rail } from './places';
import { APART_PATHS, ROUTE_PATHS } from './route-paths';
import { TopBar } from './top-bar';
import { useArrival } from './use-arrival';
import { useLeftGroups } from './use-left-groups';
import { useWaitingCounts } from './use-waiting-counts';
import { ToStatus } from './gates';

const sendFiles = () =>
  import('../features/attachments/sending/send-files').then((all) => all.sendFiles);

const FaceRefresher = lazyPart(() => import('./face-refresher').then((all) => all.FaceRefresher));
const FormSender = lazyPart(() => import('./form-sender').then((all) => all.FormSender));

/** Loads and starts after the first render, so that it does not delay the first page. */
const startOfflineSupport = () =>
  void import('../lib/server/prepare-offline-use').then(
    (all) => all.prepareOfflineUse(),
    () => undefined,
  );

/** Deletes expired messages from the device while the shell is mounted. Returns a function that stops it. */
function deleteExpiredMessages(): () => void {
  const stopping = import('../lib/device/local-expiry').then(
    ({ startLocalExpiry }) => startLocalExpiry(),
    () => undefined,
  );
  return () => void stopping.then((stop) => stop?.());
}

/** Layout of every page: skip links, navigation rail or tabs, top bar and the page, always in this order. */
export function Shell() {
  const me = useMe();
  const [frame, setFrame] = useFrameState();
  useTripleShift(() => void lockNow());
  useArrival();
  useWaitingCounts();
  useLeftGroups();
  useEffect(startOfflineSupport, []);
  useEffect(restoreLostFocus, []);
  useEffect(deleteExpiredMessages, []);
  if (me.standing === 'applicant') return <ToStatus />;
  const paths = me.standing === 'member' ? ROUTE_PATHS : APART_PATHS;
  return (
    <FrameProvider value={setFrame}>
      <SkipLinks />
      {me.standing === 'member' && <OutboxSender sendFiles={sendFiles} />}
      {me.standing === 'member' && <FormSender />}
      <FaceRefresher />
      <DemoBanner />
      <div className={frame.isSlim ? 'shell shell--slim' : 'shell'}>
        <Rail />
        <div className={frame.isBare ? 'pane pane--bare' : 'pane'}>
          <TopBar frame={frame} />
          {me.deletionDueAt && !frame.isBare && (
            <div className="page page--notice">
              <DeletionNotice dueAt={me.deletionDueAt} />
            </div>
          )}
          <Pages paths={paths} />
        </div>
      </div>
      {!frame.isBare && <BottomTabs />}
      <Overlays />
    </FrameProvider>
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
