import type { Removed } from '#cleaning/cleaned.js';

/** Of the catalog, all that a reader needs to show pages: no action, no form, no name of anybody. */
export const TOP_KEYS = [
  ...['Type', 'Pages', 'PageLabels', 'Dests', 'Outlines', 'PageMode', 'PageLayout'],
  ...['StructTreeRoot', 'MarkInfo', 'Lang', 'OCProperties'],
];

/** Wherever they stand they tell of somebody or do something, and no page looks different without them. */
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
  ['PA', 'other'],
  ['AF', 'files'],
  ['EmbeddedFiles', 'files'],
  ['EF', 'files'],
  ['Collection', 'files'],
  ['VP', 'location'],
  ['LGIDict', 'location'],
  ['Measure', 'location'],
  ['Geo', 'location'],
  ['OPI', 'other'],
  ['Private', 'other'],
  ['SpiderInfo', 'other'],
  ['PresSteps', 'script'],
  ['Trans', 'other'],
]);

/** Of a mark on a page, what shows. */
export const MARK_KEYS = [
  ...['Type', 'Subtype', 'Rect', 'AP', 'AS', 'Border', 'BS', 'BE', 'C', 'IC', 'CA', 'ca', 'F'],
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
