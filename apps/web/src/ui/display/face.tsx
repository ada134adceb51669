import { useFace } from '../../lib/server/faces';
import { tint } from './avatar';
import { Picture } from './picture';

interface FaceProps {
  /** Of a profile, or of a membership. */
  id: string;
  name: string;
  size?: 's' | 'l';
}

/** Somebody's picture, else their initials on their colour, the same on every screen; a decoration, so the name must stand beside it. */
export function Face({ id, name, size }: FaceProps) {
  const face = useFace(id);
  return (
    <Picture
      id={face?.personId ?? id}
      name={name}
      avatar={face?.personaPicture ?? face?.avatar}
      of={face?.personaPicture ? 'persona' : 'avatar'}
      colour={face?.colour}
      {...(size && { size })}
    />
  );
}

/** The tint of their initials, for their name. */
export function useTint(id: string): string {
  const face = useFace(id);
  return face?.colour || String(tint(face?.personId ?? id));
}
