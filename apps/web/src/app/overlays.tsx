import { useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useClient } from 'urql';
import { isDataSaverOn } from '../lib/device/data-saver';
import { actionForKey, isFinderShortcut } from '../lib/page/keyboard-shortcuts';
import { showOverlay, useOverlay } from '../lib/page/overlay';
import { problemText } from '../lib/server/errors';
import { lazyComponent } from '../lib/server/lazy-component';
import { useMe } from '../lib/server/session';
import { loadFrameCatalogue } from '../lib/text/language';
import { useToast } from '../ui/actions/toast';

const loadParts = async () =>
  (await Promise.all([import('./finder/lazy-overlays'), loadFrameCatalogue()]))[0];
const Finder = lazyComponent(() => loadParts().then((all) => all.Finder));
const ShortcutsDialog = lazyComponent(() => loadParts().then((all) => all.ShortcutsDialog));

/** Delay before the overlay code is preloaded, so that the page loads first. */
const SETTLED_MS = 5_000;

/**
 * Command menu, help dialog and global keyboard shortcuts. Their code is preloaded after the page, so that they also
 * open offline.
 */
export function Overlays() {
  const overlay = useOverlay();
  const { standing } = useMe();
  const fail = useOffline();
  const close = () => showOverlay(undefined);
  useFrameKeys();
  useEffect(() => {
    if (isDataSaverOn()) return undefined;
    const timer = setTimeout(() => void loadParts().catch(() => undefined), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  if (overlay === 'keys') return <ShortcutsDialog onClose={close} onFailed={fail} />;
  if (overlay === 'finder' && standing === 'member')
    return <Finder onClose={close} onFailed={fail} />;
  return null;
}

/** Returns a function that closes the overlay and shows the offline message. */
function useOffline() {
  const toast = useToast();
  return () => {
    showOverlay(undefined);
    toast({ text: problemText({ code: 'OFFLINE', fields: {} }), icon: 'offline' });
  };
}

function useFrameKeys(): void {
  const overlay = useOverlay();
  const next = useNextUnread();
  const isMember = useMe().standing === 'member';
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = event.repeat ? undefined : actionForKey(event);
    const isFinder = isFinderShortcut(event) && isMember;
    if (!isFinder && action !== 'help' && action !== 'nextUnread') return;
    event.preventDefault(); // otherwise some browsers open their own search bar
    if (action === 'nextUnread') return void (isMember && next());
    if (document.querySelector('dialog[open]')) return;
    const open = () => showOverlay(isFinder ? 'finder' : 'keys');
    if (!overlay) return open();
    // Its dialog has just closed and reports it later: the report would close the one that opens now.
    showOverlay(undefined);
    setTimeout(open);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

function useNextUnread(): () => void {
  const client = useClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const toast = useToast();
  const fail = useOffline();
  return () =>
    void loadParts()
      .then((all) => all.openNextUnread({ client, pathname, navigate, toast }))
      .catch(fail);
}
