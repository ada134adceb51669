import { type RefObject, useEffect, useRef, useState } from 'react';

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/**
 * Passes files that are dropped on the channel or pasted into the composer to `onFiles`. Returns whether files are
 * being dragged over the channel.
 */
export function useFileDrop(
  inside: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => void (take.current = onFiles));
  useEffect(() => {
    const place = inside.current?.closest<HTMLElement>('main');
    if (!place) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!place.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    place.addEventListener('dragover', over, { signal });
    place.addEventListener('dragleave', leave, { signal });
    place.addEventListener('drop', drop, { signal });
    place.addEventListener('paste', (event) => paste(event, take.current), { signal });
    return () => stop.abort();
  }, [inside]);
  return isOver;
}

/** When the clipboard also has text, the text is pasted. */
function paste(event: ClipboardEvent, take: (files: readonly File[]) => void): void {
  const isInBox = (event.target as Element | null)?.matches?.('.composer__box');
  const { clipboardData } = event;
  const files = [...(clipboardData?.files ?? [])];
  if (!isInBox || files.length === 0 || clipboardData?.types.includes('text/plain')) return;
  event.preventDefault();
  take(files);
}
