import type { RemovedDataKind } from '#cleaning/cleaned-file.js';

/** Keys of the catalog that are needed to show pages: no actions, forms or names. */
export const CATALOG_KEYS = [
  ...['Type', 'Pages', 'PageLabels', 'Dests', 'Outlines', 'PageMode', 'PageLayout'],
  ...['StructTreeRoot', 'MarkInfo', 'Lang', 'OCProperties'],
];

/** Keys needed to draw a page and to navigate. All others are dropped, in every object. */
export const KEPT_KEYS: ReadonlySet<string> = new Set([
  // Keys of any object, and of stream encodings.
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
  // Keys of pages.
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
  // Keys of page resources.
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
  // Keys of fonts.
  ...['BaseFont', 'FirstChar', 'LastChar', 'Widths', 'FontDescriptor', 'Encoding', 'ToUnicode'],
  ...['FontBBox', 'FontMatrix', 'CharProcs', 'DescendantFonts', 'CIDSystemInfo', 'Registry'],
  ...['Ordering', 'Supplement', 'DW', 'W', 'DW2', 'W2', 'CIDToGIDMap', 'BaseEncoding'],
  ...['Differences', 'FontName', 'FontFamily', 'FontStretch', 'FontWeight', 'Flags', 'ItalicAngle'],
  ...['Ascent', 'Descent', 'Leading', 'CapHeight', 'XHeight', 'StemV', 'StemH', 'AvgWidth'],
  ...['MaxWidth', 'MissingWidth', 'FontFile', 'FontFile2', 'FontFile3', 'CharSet', 'Style'],
  ...['Panose', 'FD', 'CIDSet', 'Length1', 'Length2', 'Length3', 'CMapName', 'WMode', 'UseCMap'],
  // Keys for navigation: outline, destinations, page numbers, layers.
  ...['First', 'Last', 'Title', 'Prev', 'Next', 'Dest', 'A', 'C', 'F', 'Names', 'Limits', 'Nums'],
  ...['P', 'St', 'OCGs', 'Name', 'ON', 'OFF', 'BaseState', 'AS', 'Event', 'Category', 'ListMode'],
  ...['RBGroups', 'VE'],
  // Keys for accessibility.
  ...['ParentTree', 'ParentTreeNextKey', 'RoleMap', 'Pg', 'MCID', 'Obj', 'Lang', 'Alt', 'Marked'],
  ...['O', 'Scope', 'RowSpan', 'ColSpan', 'ListNumbering', 'Placement'],
]);

/** The only keys whose values may be text: visible text, or names of destinations and fonts. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  ...['Title', 'Name', 'Lang', 'Alt', 'Registry', 'Ordering', 'CharSet', 'FontFamily', 'Panose'],
  ...['Dest', 'D', 'P'],
]);

/** How to copy the value of a key; `any` for keys without a role. */
export type PdfCopyRole = 'any' | 'names' | 'layers' | 'glyphs' | 'drawing' | 'program' | 'marks';
export const PDF_COPY_ROLES: ReadonlyMap<string, PdfCopyRole> = new Map([
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

/** Kinds of data in dropped keys, for the report to the user. */
export const METADATA_KEYS = new Map<string, RemovedDataKind>([
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
/** Matches the keys that one program adds for its own use. */
export const PROGRAM_SPECIFIC_KEY = /[._:]/;

/** Keys of an annotation that affect its appearance. */
export const ANNOTATION_KEYS = [
  ...['Type', 'Subtype', 'Rect', 'Border', 'BS', 'BE', 'C', 'IC', 'CA', 'ca', 'F'],
  ...['QuadPoints', 'InkList', 'L', 'LE', 'LL', 'LLE', 'Vertices', 'CL', 'DA', 'Q', 'RD', 'H'],
  ...['Dest', 'OC', 'StructParent', 'BM'],
];

/** Accepted annotations, which are only visible. Media, actions, attached files and comments are dropped. */
export const KEPT_ANNOTATIONS = new Set([
  ...['Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight'],
  ...['Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Ink', 'Widget', 'Caret'],
]);

/** Kinds of data in dropped annotations. */
export const DROPPED_ANNOTATIONS: Readonly<Record<string, RemovedDataKind>> = {
  Text: 'comments',
  Popup: 'comments',
  FileAttachment: 'files',
};

/** Kinds of data in the document information dictionary. */
export const DOCUMENT_INFO_KEYS: Readonly<Record<string, RemovedDataKind>> = {
  Author: 'author',
  Creator: 'device',
  Producer: 'device',
  CreationDate: 'dates',
  ModDate: 'dates',
  Title: 'comments',
  Subject: 'comments',
  Keywords: 'comments',
};
