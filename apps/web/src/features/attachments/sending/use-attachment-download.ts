import { useState } from 'react';
import { saveFile } from '../../../lib/device/save-file';
import { loadFile } from '../files/load-file';
import type { MessageAttachment } from '../files/attachment-list';

/** Downloads a file of a message, or returns why that failed. */
export function useAttachmentDownload({ id, name }: Pick<MessageAttachment, 'id' | 'name'>) {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (isBusy) return;
    setFault(undefined);
    setBusy(true);
    const loaded = await loadFile(id, 'original');
    setBusy(false);
    if (typeof loaded === 'string') setFault(loaded);
    else saveFile(loaded, name);
  };
  return { save, isBusy, fault };
}
