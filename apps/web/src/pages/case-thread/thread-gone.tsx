import { useEffect } from 'react';
import { CaseGone } from '../../features/support/threads/case-gone';
import { deleteThreadDraft } from '../../features/support/threads/use-thread-draft';
import { threadFeedKey } from '../../lib/device/thread-feeds';
import { loadPageParts } from '../channel';
import type { ThreadPlace } from '.';

const nothing = () => undefined;

/** Shown instead of a thread that the viewer may no longer read. Deletes the unsent draft and its files from the device. */
export function ThreadGone({ place, channelId }: { place: ThreadPlace; channelId: string }) {
  useEffect(() => {
    deleteThreadDraft(channelId);
    const feed = threadFeedKey(channelId);
    void loadPageParts().then(({ deleteDraft }) => deleteDraft(feed), nothing);
  }, [channelId]);
  return <CaseGone part={place === 'own' || place === 'helper' ? place : 'supporter'} />;
}
