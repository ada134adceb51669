import { useState, type ComponentProps } from 'react';
import { isDataSaverOn } from '../../lib/device/data-saver';
import { Avatar } from './avatar';

type PictureProps = Omit<ComponentProps<typeof Avatar>, 'isGroup'> & {
  /** File name of the picture; initials if it is missing. */
  avatar: string | null | undefined;
  /** Whether the picture belongs to a profile or to a persona. */
  of?: 'avatar' | 'persona';
};

/**
 * Picture of a person, else initials; the data saver also shows initials. It is decorative, so the name must be beside
 * it.
 */
export function Picture({ avatar, of = 'avatar', ...rest }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  if (!avatar || avatar === broken || isDataSaverOn()) return <Avatar {...rest} />;
  const size = rest.size === 'l' ? 256 : 96;
  return (
    <img
      className={rest.size ? `av av--${rest.size}` : 'av'}
      src={`/files/${of}/${avatar}/${size}`}
      width={size}
      height={size}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setBroken(avatar)}
    />
  );
}
