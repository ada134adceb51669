import { useEffect, useState } from 'react';
import { readFileBytes } from '../../../lib/device/queued-files';

/** The bytes of a file that is stored on this device until it is sent. */
export function useStoredBytes(id: string): Blob | undefined {
  const [blob, setBlob] = useState<Blob>();
  useEffect(() => {
    let isOn = true;
    void readFileBytes(id).then((found) => isOn && setBlob(found));
    return () => void (isOn = false);
  }, [id]);
  return blob;
}
