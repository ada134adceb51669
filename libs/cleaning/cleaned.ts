export type CleanedKind = 'image' | 'voice' | 'document';

/** Kinds of data that were removed from a file; a closed list. */
export const REMOVED = [
  'location',
  'author',
  'device',
  'dates',
  'thumbnail',
  'comments',
  'history',
  'script',
  'files',
  'other',
] as const;
export type Removed = (typeof REMOVED)[number];

/** Reasons for refusing a file; a closed list. */
export const REFUSALS = [
  'notAccepted',
  'tooLarge',
  'tooMuchInside',
  'broken',
  'locked',
  'macros',
] as const;
export type CleaningRefusal = (typeof REFUSALS)[number];

/** A sanitised file: its visible or audible content, without metadata. */
export interface Cleaned {
  readonly kind: CleanedKind;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly removed: readonly Removed[];
  /** `original`, and for an image also `thumb`. */
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** Side lengths of profile pictures in pixels: for a page and for a list. */
export const PICTURE_SIZES = [256, 96] as const;

/** Thrown when a file is refused. */
export class NotClean extends Error {
  readonly why: CleaningRefusal;

  constructor(why: CleaningRefusal) {
    super(why);
    this.why = why;
  }
}

const MB = 1024 * 1024;

/** Maximum size of an uploaded file, by kind. */
export const MOST_BYTES: Readonly<Record<CleanedKind, number>> = {
  image: 10 * MB,
  voice: 5 * MB,
  document: 25 * MB,
};

/** Returns each value once, in the order of the list. */
export const inOrder = (words: Iterable<Removed>): Removed[] => {
  const said = new Set(words);
  return REMOVED.filter((word) => said.has(word));
};
