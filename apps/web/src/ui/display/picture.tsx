import { useState, type ComponentProps } from 'react';
import { isDataSaverOn } from '../../lib/device/data-saver';
import { Avatar, avatarClass } from './avatar';

/** The owner of a picture: a profile, a persona or a group. It is also the folder of the URL. */
export type PictureOwner = 'avatar' | 'persona' | 'group';

type PictureProps = ComponentProps<typeof Avatar> & {
  /** File name of the picture; initials if it is missing. */
  avatar: string | null | undefined;
  of?: PictureOwner;
};

/**
 * Picture of a person or of a group, else initials; the data saver also shows initials. It is decorative, so the name must be beside
 * it.
 */
export function Picture({ avatar, of = 'avatar', ...rest }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  if (!avatar || avatar === broken || isDataSaverOn()) return <Avatar {...rest} />;
  const size = rest.size === 'l' ? 256 : 96;
  return (
    <img
      className={avatarClass(rest.size, rest.isGroup)}
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
