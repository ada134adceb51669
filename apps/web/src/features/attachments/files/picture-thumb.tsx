import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { isDataSaverOn } from '../../../lib/device/data-saver';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Icon } from '../../../ui/display/icon';
import { fileFaultText } from './load-file';
import { PictureSheet } from './picture-sheet';
import type { MessageAttachment } from './attachment-list';
import { useAttachedPicture } from './use-attached-picture';

/** Distance from the viewport at which a picture starts to load. */
const NEAR = '300px';
/** Maximum width and height of a picture in the feed, in CSS pixels. */
const [WIDEST, HIGHEST] = [280, 320];

/** Thumbnail of a picture in the feed; a tap opens it. In data-saver mode nothing is loaded before the tap. */
export function PictureThumb({ file, canWrite }: { file: MessageAttachment; canWrite: boolean }) {
  const { t } = useLingui();
  const [isAsked, setAsked] = useState(!isDataSaverOn());
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLButtonElement>(null);
  const isNear = useNear(box);
  const { url, fault, again } = useAttachedPicture(file.id, 'thumb', isAsked && isNear);
  const name = file.text || t`Foto`;
  const press = () => {
    if (!isAsked) setAsked(true);
    else if (fault) again();
    else setOpen(true);
  };
  return (
    <>
      <button ref={box} type="button" className="thumb" style={placeOf(file)} onClick={press}>
        {url && <img src={url} alt={name} />}
        {!url && (
          <span className="thumb__words">
            <Icon name="photo" size="s" />
            {fault && <span role="status">{fileFaultText(fault)}</span>}
            {!fault && isAsked && <span className="vh">{name}</span>}
            {!isAsked && (
              <span>
                {file.text ? <Trans>Ver {name}</Trans> : <Trans>Ver la foto</Trans>} ·{' '}
                {formatBytes(file.bytes)}
              </span>
            )}
          </span>
        )}
      </button>
      {isOpen && <PictureSheet {...{ file, name, canWrite }} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Reserves the final size before the picture has loaded, to avoid layout shifts. */
function placeOf({ width, height }: MessageAttachment): CSSProperties {
  const [wide, high] = [width ?? 4, height ?? 3];
  const shown = Math.max(96, Math.min(WIDEST, wide, (HIGHEST * wide) / high));
  return { width: `${shown}px`, aspectRatio: `${wide} / ${high}` };
}

function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !box.current) return undefined;
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { root: box.current.closest('.feed'), rootMargin: NEAR },
    );
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [box, isNear]);
  return isNear;
}
