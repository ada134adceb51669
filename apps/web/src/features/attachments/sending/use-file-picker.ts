import { useState } from 'react';
import type { QueuedMessage } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { addToDraft, filesOfDraft } from './draft-files';
import { type FileRejection, MAX_FILES_PER_MESSAGE, MAX_UNSENT_BYTES } from './file-rules';
import { prepareFile } from './prepare-file';

export interface RejectedFile {
  readonly name: string;
  readonly why: FileRejection;
}

const weightOf = (files: readonly QueuedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Adds chosen files to a draft one after the other, and returns those that were rejected. */
export function useFilePicker(feed: string, queue: readonly QueuedMessage[]) {
  const [preparing, setPreparing] = useState(0);
  const [refused, setRefused] = useState<readonly RejectedFile[]>([]);
  const take = async (file: File): Promise<FileRejection | undefined> => {
    const draft = await filesOfDraft(feed);
    if (draft.length >= MAX_FILES_PER_MESSAGE) return 'many';
    const waiting = weightOf([...queue.flatMap(({ files }) => files ?? []), ...draft]);
    if (waiting > MAX_UNSENT_BYTES) return 'waiting';
    const taken = await prepareFile(feed, file);
    if (typeof taken === 'string') return taken;
    await addToDraft(feed, taken);
    return undefined;
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    setPreparing((count) => count + files.length);
    for (const file of files) {
      const why = await take(file);
      if (why) setRefused((before) => [...before, { name: file.name, why }]);
      setPreparing((count) => count - 1);
    }
  };
  return { choose, preparing, refused, forgetRefused: () => setRefused([]) };
}
