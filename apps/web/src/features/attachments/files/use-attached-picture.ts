import { useCallback, useEffect, useState } from 'react';
import { onConnectionChange } from '../../../lib/server/connection';
import { loadFile, type LoadedFile, type FileVariant } from './load-file';
import { useBlobUrl } from './use-blob-url';

/** Loads a picture of a message once `isWanted`. A load that failed offline is retried when the connection returns. */
export function useAttachedPicture(id: string, part: FileVariant, isWanted: boolean) {
  const [loaded, setLoaded] = useState<LoadedFile>();
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((one) => one + 1), []);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOn = true;
    void loadFile(id, part).then((found) => isOn && setLoaded(found));
    return () => void (isOn = false);
  }, [id, part, isWanted, round]);
  useEffect(() => (loaded === 'offline' ? onConnectionChange(again) : undefined), [loaded, again]);
  const fault = typeof loaded === 'string' ? loaded : undefined;
  const url = useBlobUrl(typeof loaded === 'string' ? undefined : loaded);
  return { url, fault, again };
}
