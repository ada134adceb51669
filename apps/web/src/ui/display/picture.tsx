import { useState, type ComponentProps } from 'react';
import { isSaver } from '../../lib/device/saver';
import { Avatar } from './avatar';

type PictureProps = Omit<ComponentProps<typeof Avatar>, 'isGroup'> & {
  /** The name of the picture's file; without one, initials. */
  avatar: string | null | undefined;
  /** Of a profile, or of what somebody is in one group. */
  of?: 'avatar' | 'persona';
};

/** A person's picture where they show one and no data is saved, else their initials; a decoration, so the name must stand beside it. */
export function Picture({ avatar, of = 'avatar', ...rest }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  if (!avatar || avatar === broken || isSaver()) return <Avatar {...rest} />;
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
