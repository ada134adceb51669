import { useStoredAskDraft } from '../../features/support/ask/ask-draft';
import { isCallSoon } from '../../features/support/calls/soon';
import { useComingCalls } from '../../features/support/calls/use-coming-calls';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { useNow } from '../../lib/page/use-now';
import { lazyComponent } from '../../lib/server/lazy-component';
import { useMe } from '../../lib/server/session';
import { loadSupportCatalogue } from '../../lib/text/support-catalogue';

/** Loaded with the catalogue of support, and only for supporters or if something waits. */
const SupportRows = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/support/support-rows'),
    loadSupportCatalogue(),
  ]);
  return all.SupportRows;
});

const ComingCallRows = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/support/calls/coming-call-rows'),
    loadSupportCatalogue(),
  ]);
  return all.ComingCallRows;
});

/** Calls that are soon, support requests that wait for a supporter, answers that wait for their requester, a half-written request, and later calls. */
export function PendingSupport() {
  const { '/support': news = 0, '/cases': cases = 0 } = useBadgeCounts();
  const stored = useStoredAskDraft();
  const { standing, duties } = useMe();
  const draft = standing === 'suspended' ? undefined : stored;
  const isSupporter = standing === 'member' && duties.includes('support');
  const isShown = isSupporter || news + cases > 0 || draft;
  const calls = useComingCalls();
  const now = useNow();
  const soon = calls.filter((call) => isCallSoon(call, now));
  const later = calls.filter((call) => !isCallSoon(call, now));
  return (
    <>
      {soon.length > 0 && <ComingCallRows calls={soon} />}
      {isShown && <SupportRows draft={draft} isSupporter={isSupporter} />}
      {later.length > 0 && <ComingCallRows calls={later} />}
    </>
  );
}
