import { useEffect } from 'react';
import { isSaver } from '../lib/device/saver';
import { showOverlay, useOverlay } from '../lib/page/overlay';
import { sentence } from '../lib/server/errors';
import { later } from '../lib/server/later';
import { speakOfFrame } from '../lib/words/language';
import { useToast } from '../ui/actions/toast';

const loadFinder = async () => (await Promise.all([import('./finder/finder'), speakOfFrame()]))[0];
const Finder = later(() => loadFinder().then((all) => all.Finder));

/** The page stands by then. */
const SETTLED_MS = 5_000;

/** What lies over any page. It is brought once the page stands, so that it is there without a connection, too. */
export function Overlays() {
  const overlay = useOverlay();
  const toast = useToast();
  useEffect(() => {
    if (isSaver()) return undefined;
    const timer = setTimeout(() => void loadFinder().catch(() => undefined), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  const close = () => showOverlay(undefined);
  const fail = () => {
    close();
    toast({ text: sentence({ code: 'OFFLINE', fields: {} }), icon: 'offline' });
  };
  if (overlay === 'finder') return <Finder onClose={close} onFailed={fail} />;
  return null;
}
