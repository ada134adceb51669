/** What a file is taken as. */
export type CleanedKind = 'image' | 'voice' | 'document';

/** What was taken out of a file, in words of a closed list. */
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

/** Why a file is not taken, in words of a closed list. */
export const REFUSALS = [
  'notAccepted',
  'tooLarge',
  'tooMuchInside',
  'broken',
  'locked',
  'macros',
] as const;
export type CleaningRefusal = (typeof REFUSALS)[number];

/** A file that says nothing but what one sees or hears of it. */
export interface Cleaned {
  readonly kind: CleanedKind;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly removed: readonly Removed[];
  /** `original`, and of an image `thumb`. */
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** The sides of a picture of a person, in pixels: for a page and for a list. */
export const PICTURE_SIZES = [256, 96] as const;

/** The file is not taken. */
export class NotClean extends Error {
  readonly why: CleaningRefusal;

  constructor(why: CleaningRefusal) {
    super(why);
    this.why = why;
  }
}

const MB = 1024 * 1024;

/** So large a file of each kind may be as it comes. */
export const MOST_BYTES: Readonly<Record<CleanedKind, number>> = {
  image: 10 * MB,
  voice: 5 * MB,
  document: 25 * MB,
};

/** Each word once, in the order of the list. */
export const inOrder = (words: Iterable<Removed>): Removed[] => {
  const said = new Set(words);
  return REMOVED.filter((word) => said.has(word));
};
