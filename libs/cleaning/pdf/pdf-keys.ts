import type { Removed } from '#cleaning/cleaned.js';

/** Of the catalog, all that a reader needs to show pages: no action, no form, no name of anybody. */
export const TOP_KEYS = [
  ...['Type', 'Pages', 'PageLabels', 'Dests', 'Outlines', 'PageMode', 'PageLayout'],
  ...['StructTreeRoot', 'MarkInfo', 'Lang', 'OCProperties'],
];

/** All that a reader needs to draw a page and to find its way. A key that is not here is left out wherever it stands. */
export const KEYS: ReadonlySet<string> = new Set([
  // Any object, and how a stream is coded.
  ...['Type', 'Subtype', 'S', 'Length', 'Filter', 'DecodeParms', 'Predictor', 'Colors', 'Columns'],
  ...[
    'BitsPerComponent',
    'EarlyChange',
    'K',
    'EndOfLine',
    'EncodedByteAlign',
    'Rows',
    'EndOfBlock',
  ],
  ...['BlackIs1', 'DamagedRowsBeforeError', 'JBIG2Globals', 'ColorTransform'],
  // Pages.
  ...[
    'Kids',
    'Count',
    'Parent',
    'Resources',
    'MediaBox',
    'CropBox',
    'BleedBox',
    'TrimBox',
    'ArtBox',
  ],
  ...['Contents', 'Rotate', 'Group', 'Annots', 'StructParents', 'StructParent', 'Tabs', 'UserUnit'],
  // What pages are drawn with.
  ...['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'ProcSet', 'Properties'],
  ...['Width', 'Height', 'Intent', 'ImageMask', 'Mask', 'Decode', 'Interpolate', 'SMask'],
  ...[
    'SMaskInData',
    'Matte',
    'BBox',
    'Matrix',
    'FormType',
    'CS',
    'I',
    'OC',
    'LW',
    'LC',
    'LJ',
    'ML',
  ],
  ...[
    'D',
    'RI',
    'OP',
    'op',
    'OPM',
    'FL',
    'SM',
    'SA',
    'BM',
    'CA',
    'ca',
    'AIS',
    'TK',
    'G',
    'BC',
    'TR',
  ],
  ...['PatternType', 'PaintType', 'TilingType', 'XStep', 'YStep', 'ShadingType', 'Background'],
  ...['AntiAlias', 'Function', 'Coords', 'Domain', 'Extend', 'BitsPerCoordinate', 'BitsPerFlag'],
  ...['VerticesPerRow', 'FunctionType', 'Range', 'Size', 'BitsPerSample', 'Order', 'Encode', 'C0'],
  ...['C1', 'N', 'Functions', 'Bounds', 'WhitePoint', 'BlackPoint', 'Gamma', 'Alternate'],
  ...['Colorants', 'Process', 'Components'],
  // Fonts.
  ...['BaseFont', 'FirstChar', 'LastChar', 'Widths', 'FontDescriptor', 'Encoding', 'ToUnicode'],
  ...['FontBBox', 'FontMatrix', 'CharProcs', 'DescendantFonts', 'CIDSystemInfo', 'Registry'],
  ...['Ordering', 'Supplement', 'DW', 'W', 'DW2', 'W2', 'CIDToGIDMap', 'BaseEncoding'],
  ...['Differences', 'FontName', 'FontFamily', 'FontStretch', 'FontWeight', 'Flags', 'ItalicAngle'],
  ...['Ascent', 'Descent', 'Leading', 'CapHeight', 'XHeight', 'StemV', 'StemH', 'AvgWidth'],
  ...['MaxWidth', 'MissingWidth', 'FontFile', 'FontFile2', 'FontFile3', 'CharSet', 'Style'],
  ...['Panose', 'FD', 'CIDSet', 'Length1', 'Length2', 'Length3', 'CMapName', 'WMode', 'UseCMap'],
  // The way through a document: outline, places, numbers of pages, layers.
  ...['First', 'Last', 'Title', 'Prev', 'Next', 'Dest', 'A', 'C', 'F', 'Names', 'Limits', 'Nums'],
  ...['P', 'St', 'OCGs', 'Name', 'ON', 'OFF', 'BaseState', 'AS', 'Event', 'Category', 'ListMode'],
  ...['RBGroups', 'VE'],
  // What reads pages aloud.
  ...['ParentTree', 'ParentTreeNextKey', 'RoleMap', 'Pg', 'MCID', 'Obj', 'Lang', 'Alt', 'Marked'],
  ...['O', 'Scope', 'RowSpan', 'ColSpan', 'ListNumbering', 'Placement'],
]);

/** Under these alone a text may stand: it is shown, or names a place or a font. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  ...['Title', 'Name', 'Lang', 'Alt', 'Registry', 'Ordering', 'CharSet', 'FontFamily', 'Panose'],
  ...['Dest', 'D', 'P'],
]);

/** How what stands under a key is to be copied; else as any object. */
export type Role = 'any' | 'names' | 'layers' | 'glyphs' | 'drawing' | 'program' | 'marks';
export const ROLES: ReadonlyMap<string, Role> = new Map([
  ...['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'Colorants'].map(
    (key) => [key, 'names'] as const,
  ),
  ['RoleMap', 'names'],
  ['Properties', 'layers'],
  ['CharProcs', 'glyphs'],
  ['ToUnicode', 'program'],
  ['Encoding', 'program'],
  ['Contents', 'drawing'],
  ['Annots', 'marks'],
  ['Obj', 'marks'],
]);

/** Of the keys that are left out, what they held, for people to know. */
export const TELLING_KEYS = new Map<string, Removed>([
  ['Metadata', 'author'],
  ['PieceInfo', 'device'],
  ['LastModified', 'dates'],
  ['CreationDate', 'dates'],
  ['ModDate', 'dates'],
  ['Author', 'author'],
  ['Creator', 'device'],
  ['CreatorInfo', 'author'],
  ['Producer', 'device'],
  ['User', 'author'],
  ['Thumb', 'thumbnail'],
  ['AA', 'script'],
  ['OpenAction', 'script'],
  ['JS', 'script'],
  ['JavaScript', 'script'],
  ['OnInstantiate', 'script'],
  ['PA', 'other'],
  ['AF', 'files'],
  ['EmbeddedFiles', 'files'],
  ['EF', 'files'],
  ['Collection', 'files'],
  ['3DD', 'files'],
  ['RichMediaContent', 'files'],
  ['Movie', 'files'],
  ['Sound', 'files'],
  ['VP', 'location'],
  ['LGIDict', 'location'],
  ['Measure', 'location'],
  ['Geo', 'location'],
  ['OPI', 'other'],
  ['Private', 'other'],
  ['SpiderInfo', 'other'],
  ['PresSteps', 'script'],
  ['Trans', 'other'],
  ['DPartRoot', 'other'],
  ['DPart', 'other'],
  ['ActualText', 'comments'],
]);
/** Keys that a program made up for itself. */
export const PRIVATE_KEY = /[._:]/;

/** Of a mark on a page, what shows. */
export const MARK_KEYS = [
  ...['Type', 'Subtype', 'Rect', 'Border', 'BS', 'BE', 'C', 'IC', 'CA', 'ca', 'F'],
  ...['QuadPoints', 'InkList', 'L', 'LE', 'LL', 'LLE', 'Vertices', 'CL', 'DA', 'Q', 'RD', 'H'],
  ...['Dest', 'OC', 'StructParent', 'BM'],
];

/** Marks that one sees; whatever plays, opens, carries a file or is a note by somebody is none of them. */
export const MARKS = new Set([
  ...['Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight'],
  ...['Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Ink', 'Widget', 'Caret'],
]);

/** What the other ones were. */
export const OTHER_MARKS: Readonly<Record<string, Removed>> = {
  Text: 'comments',
  Popup: 'comments',
  FileAttachment: 'files',
};

/** Of the dictionary of facts. */
export const FACTS: Readonly<Record<string, Removed>> = {
  Author: 'author',
  Creator: 'device',
  Producer: 'device',
  CreationDate: 'dates',
  ModDate: 'dates',
  Title: 'comments',
  Subject: 'comments',
  Keywords: 'comments',
};
