import { useFace } from '../../lib/server/faces';
import { tintOf } from './avatar';
import { Picture } from './picture';

interface FaceProps {
  /** Id of a profile or of a membership. */
  id: string;
  name: string;
  size?: 's' | 'l';
}

/**
 * Picture of a person, else initials on a tint; the same on every screen. It is decorative, so the name must be beside
 * it.
 */
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

/** Tint of a person's initials, for the colour of their name. */
export function useTint(id: string): string {
  const face = useFace(id);
  return face?.colour || String(tintOf(face?.personId ?? id));
}
