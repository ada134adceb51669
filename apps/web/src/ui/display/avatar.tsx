interface AvatarProps {
  /** Of the member or the membership: it picks one of six tints. */
  id: string;
  name: string;
  /** Groups are square. */
  isGroup?: boolean;
  size?: 's' | 'l';
  /** The tint that the person chose, '1' to '6'. */
  colour?: string | null | undefined;
}

/** Initials on a tint; a decoration, so the name must stand beside it. */
export function Avatar({ id, name, isGroup, size, colour }: AvatarProps) {
  return (
    <span
      className={`av t${colour || tint(id)}${size ? ` av--${size}` : ''}${isGroup ? ' av--g' : ''}`}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

/** 1 to 6, always the same for the same id (FNV-1a). */
export function tint(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) % 6) + 1;
}

const segmenter = new Intl.Segmenter();

/** The first letter, as people see letters, of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...segmenter.segment(word ?? '')][0]?.segment.toUpperCase() ?? '')
    .join('');
}
