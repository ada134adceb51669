import exif from 'exif-reader';
import type { Metadata } from 'sharp';
import { sortRemovedDataKinds, type RemovedDataKind } from '#cleaning/cleaned-file.js';

/** Patterns of EXIF and XMP tag names, and the kind of data they contain. */
const TELLING: readonly (readonly [RegExp, RemovedDataKind])[] = [
  [/gps|latitude|longitude|location|city|country/i, 'location'],
  [/artist|copyright|creator|author|owner|byline|xp_?author|rights/i, 'author'],
  [/make|model|lens|serial|software|makernote|camera|hostcomputer|creatortool/i, 'device'],
  [/date|time/i, 'dates'],
  [/comment|description|caption|subject|keyword|title/i, 'comments'],
];

/**
 * Lists the kinds of metadata in an image, for the report to the user. The re-encoded image contains no metadata in any
 * case.
 */
export function imageMetadataKindsOf(bytes: Buffer, about: Metadata): RemovedDataKind[] {
  const told = new Set<RemovedDataKind>();
  for (const name of [...exifNames(about.exif), ...textNames(about)]) {
    for (const [pattern, word] of TELLING) if (pattern.test(name)) told.add(word);
  }
  if (about.iptc) told.add('author');
  if (about.exif && /ÿØÿ/.test(about.exif.toString('latin1'))) told.add('thumbnail');
  if (about.comments?.length || hasGifComment(bytes, about) || hasJpegComment(bytes, about))
    told.add('comments');
  if (told.size === 0 && (about.exif || about.xmp || about.tifftagPhotoshop)) told.add('other');
  return sortRemovedDataKinds(told);
}

/** Returns an empty list for malformed data, which is dropped anyway. */
function exifNames(block: Buffer | undefined): string[] {
  if (!block) return [];
  try {
    const { GPSInfo, Thumbnail, ...rest } = exif(block) as Record<string, unknown>;
    const names = Object.values(rest).flatMap((tags) => Object.keys((tags as object) ?? {}));
    return [...names, ...(GPSInfo ? ['gps'] : []), ...(Thumbnail ? ['thumbnail'] : [])];
  } catch {
    return [];
  }
}

const textNames = ({ xmp, comments = [] }: Metadata): string[] => [
  ...(xmp?.toString('utf8').match(/\b\w+:\w+(?=[\s=>])/g) ?? []).filter(
    (name) => !/^(xmlns|rdf|x):/.test(name),
  ),
  ...comments.map(({ keyword }) => keyword),
];

const hasGifComment = (bytes: Buffer, { format }: Metadata) =>
  format === 'gif' && bytes.includes(Buffer.from([0x21, 0xfe]));
const hasJpegComment = (bytes: Buffer, { format }: Metadata) =>
  format === 'jpeg' && bytes.subarray(0, 262_144).includes(Buffer.from([0xff, 0xfe, 0x00]));
