interface AvatarProps {
  /** Id of the member or membership; it selects one of six tints. */
  id: string;
  name: string;
  /** Groups have a square avatar. */
  isGroup?: boolean;
  size?: 's' | 'l';
  /** Tint that the person chose, '1' to '6'. */
  colour?: string | null | undefined;
}

/** Initials on a tint. It is decorative, so the name must be beside it. */
export function Avatar({ id, name, isGroup, size, colour }: AvatarProps) {
  return (
    <span className={`${avatarClass(size, isGroup)} t${colour || tintOf(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Shape and size of an avatar. */
export const avatarClass = (size?: string, isGroup?: boolean): string =>
  `av${size ? ` av--${size}` : ''}${isGroup ? ' av--g' : ''}`;

/** Returns a tint from 1 to 6, always the same for an id (FNV-1a hash). */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) % 6) + 1;
}

const segmenter = new Intl.Segmenter();

/** Returns the first grapheme of the first and of the last word, without a mark in parentheses at the end. */
export function initials(name: string): string {
  const words = name
    .replace(/(\S)\s*\([^)]*\)$/u, '$1')
    .trim()
    .split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...segmenter.segment(word ?? '')][0]?.segment.toUpperCase() ?? '')
    .join('');
}
