export type CleanedFileKind = 'image' | 'voice' | 'document';

/** Kinds of data that were removed from a file; a closed list. */
export const REMOVED_DATA_KINDS = [
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
export type RemovedDataKind = (typeof REMOVED_DATA_KINDS)[number];

/** Reasons for refusing a file; a closed list. */
export const CLEANING_REFUSALS = [
  'notAccepted',
  'tooLarge',
  'tooMuchInside',
  'broken',
  'locked',
  'macros',
] as const;
export type CleaningRefusal = (typeof CLEANING_REFUSALS)[number];

/** A sanitised file: its visible or audible content, without metadata. */
export interface CleanedFile {
  readonly kind: CleanedFileKind;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly removed: readonly RemovedDataKind[];
  /** The parts by name: `original`, and for an image also `thumb`. */
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** Side lengths of profile pictures in pixels: for a page and for a list. */
export const PROFILE_PICTURE_SIZES = [256, 96] as const;

/** Thrown when a file is refused. */
export class FileRefusedError extends Error {
  readonly why: CleaningRefusal;

  constructor(why: CleaningRefusal) {
    super(why);
    this.why = why;
  }
}

const MB = 1024 * 1024;

/** Maximum size of an uploaded file, by kind. */
export const MAX_FILE_BYTES: Readonly<Record<CleanedFileKind, number>> = {
  image: 10 * MB,
  voice: 5 * MB,
  document: 25 * MB,
};

/** Returns each kind once, in the order of the list. */
export const sortRemovedDataKinds = (words: Iterable<RemovedDataKind>): RemovedDataKind[] => {
  const said = new Set(words);
  return REMOVED_DATA_KINDS.filter((word) => said.has(word));
};
