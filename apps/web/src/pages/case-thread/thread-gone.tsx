import { useEffect } from 'react';
import { CaseGone } from '../../features/support/threads/case-gone';
import { deleteThreadDraft } from '../../features/support/threads/use-thread-draft';
import type { ThreadPlace } from '.';

/** In place of a thread that the viewer may no longer read. Deletes the unsent draft from the device. */
export function ThreadGone({ place, channelId }: { place: ThreadPlace; channelId: string }) {
  useEffect(() => deleteThreadDraft(channelId), [channelId]);
  return <CaseGone part={place === 'own' || place === 'helper' ? place : 'supporter'} />;
}
