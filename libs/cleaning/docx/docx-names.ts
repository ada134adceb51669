import type { RemovedDataKind } from '#cleaning/cleaned-file.js';

/** Parts with visible content. All other parts are dropped. */
export const TEXT_PARTS =
  /^word\/(document\d*|styles|numbering|fontTable|settings|footnotes|endnotes|header\d*|footer\d*|theme\/theme\d*|charts\/(chart|style|colors)\d*|diagrams\/(data|layout|quickStyle|colors|drawing)\d*)\.xml$/;
export const PICTURE_PARTS = /^word\/media\/[\w-]+\.(png|jpe?g|gif|webp)$/i;
export const MACRO_PARTS = /vba|(^|\/)activeX\//i;

/** Kinds of content in the dropped parts, for the report to the user. */
export const DROPPED_PARTS: readonly (readonly [RegExp, RemovedDataKind])[] = [
  [/^docProps\/thumbnail/, 'thumbnail'],
  [/^docProps\/(core|app)/, 'author'],
  [/^docProps\/custom|^customXml\//, 'other'],
  [/^word\/(people|commentsIds)/, 'author'],
  [/^word\/comments/, 'comments'],
  [/^word\/embeddings\//, 'files'],
];

/**
 * Elements that are removed with their content, by local name, with the kind of data that they contain; null if no kind
 * is reported.
 */
export const DROPPED_ELEMENTS = new Map<string, RemovedDataKind | null>([
  ['del', 'history'],
  ['moveFrom', 'history'],
  ['delText', 'history'],
  ['delInstrText', 'history'],
  ['rPrChange', 'history'],
  ['pPrChange', 'history'],
  ['sectPrChange', 'history'],
  ['tblPrChange', 'history'],
  ['tblPrExChange', 'history'],
  ['tblGridChange', 'history'],
  ['tcPrChange', 'history'],
  ['trPrChange', 'history'],
  ['numberingChange', 'history'],
  ['cellIns', 'history'],
  ['cellDel', 'history'],
  ['cellMerge', 'history'],
  ['moveFromRangeStart', 'history'],
  ['moveFromRangeEnd', 'history'],
  ['moveToRangeStart', 'history'],
  ['moveToRangeEnd', 'history'],
  ['commentRangeStart', 'comments'],
  ['commentRangeEnd', 'comments'],
  ['commentReference', 'comments'],
  ['annotationRef', 'comments'],
  ['permStart', 'author'],
  ['permEnd', 'author'],
  ['dataBinding', 'other'],
  ['docVars', 'other'],
  ['smartTagPr', 'other'],
  ['customXmlPr', 'other'],
  ['tag', 'other'],
  ['alias', 'other'],
  ['sdtPr', 'other'],
  ['sdtEndPr', null],
  ['altChunk', 'files'],
  ['OLEObject', 'files'],
  ['externalData', 'files'],
  ['control', 'script'],
  ['proofErr', null],
  ['lastRenderedPageBreak', null],
  ['extLst', null],
]);
/** Elements replaced by their children. */
export const UNWRAPPED_ELEMENTS = new Map<string, RemovedDataKind>([
  ['ins', 'history'],
  ['moveTo', 'history'],
  ['smartTag', 'other'],
  ['customXml', 'other'],
  ['sdt', 'other'],
  ['sdtContent', 'other'],
]);
/** Settings that affect the layout. */
export const KEPT_SETTINGS = new Set([
  ...['compat', 'defaultTabStop', 'characterSpacingControl', 'footnotePr', 'endnotePr'],
  ...['evenAndOddHeaders', 'mirrorMargins', 'bordersDoNotSurroundHeader', 'gutterAtTop'],
  ...['bordersDoNotSurroundFooter', 'autoHyphenation', 'themeFontLang', 'clrSchemeMapping'],
  ...['decimalSymbol', 'listSeparator', 'displayBackgroundShape'],
]);
export const IDENTIFYING_ATTRIBUTES =
  /^(rsid\w*|author|initials|paraId|textId|anchorId|editId|userId|providerId|tooltip)$/;
export const SAFE_LINK_ADDRESS = /^(https?|mailto):/i;

const OOXML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const MICROSOFT = 'http://schemas.microsoft.com/office/';
/** XML namespaces of relation ids. */
export const RELATION_NAMESPACES: ReadonlySet<string> = new Set(
  [OOXML, STRICT].map((at) => `${at}officeDocument/${at === OOXML ? '2006/' : ''}relationships`),
);
export const [VML_NAMESPACE, OFFICE_NAMESPACE] = ['vml', 'office:office'].map(
  (part) => `urn:schemas-microsoft-com:${part}`,
) as [string, string];
export const ALTERNATIVES_NAMESPACE = `${OOXML}markup-compatibility/2006`;
/** Accepted XML namespaces: text, drawings, formulas and charts. */
export const ACCEPTED_NAMESPACES: ReadonlySet<string> = new Set([
  ...RELATION_NAMESPACES,
  ...['wordprocessingml/2006/main', 'officeDocument/2006/math', 'drawingml/2006/main'].map(
    (path) => OOXML + path,
  ),
  ...['wordprocessingDrawing', 'picture', 'chart', 'diagram', 'chartDrawing', 'lockedCanvas'].map(
    (path) => `${OOXML}drawingml/2006/${path}`,
  ),
  ...['wordprocessingml/main', 'officeDocument/math', 'drawingml/main', 'drawingml/picture'].map(
    (path) => STRICT + path,
  ),
  ...['wordprocessingDrawing', 'chart', 'diagram'].map((path) => `${STRICT}drawingml/${path}`),
  ...['Shape', 'Group', 'Canvas', 'Drawing'].map(
    (path) => `${MICROSOFT}word/2010/wordprocessing${path}`,
  ),
  ...[
    'word/2010/wordml',
    'drawing/2010/main',
    'drawing/2008/diagram',
    'drawing/2012/chartStyle',
  ].map((path) => MICROSOFT + path),
  ...[
    ALTERNATIVES_NAMESPACE,
    VML_NAMESPACE,
    OFFICE_NAMESPACE,
    'urn:schemas-microsoft-com:office:word',
  ],
]);
/** Elements that contain visible text or numbers. Text in other elements is hidden. */
export const TEXT_ELEMENTS = new Set([
  ...['t', 'instrText', 'v', 'f', 'formatCode', 'posOffset', 'align', 'lineWidthScale'],
  ...['pctWidth', 'pctHeight', 'pctPosHOffset', 'pctPosVOffset'],
]);
/** Attributes of VML shapes that affect their appearance. */
export const SHAPE_ATTRIBUTES = new Set([
  ...['style', 'coordsize', 'coordorigin', 'path', 'adj', 'filled', 'fillcolor', 'color', 'color2'],
  ...['stroked', 'strokecolor', 'strokeweight', 'weight', 'on', 'opacity', 'opacity2', 'angle'],
  ...['focus', 'method', 'joinstyle', 'endcap', 'linestyle', 'dashstyle', 'startarrow', 'endarrow'],
  ...['from', 'to', 'arcsize', 'points', 'spt', 'connecttype', 'gradientshapeok', 'extrusionok'],
  ...['textpathok', 'fitshape', 'fitpath', 'trim', 'string', 'inset', 'preferrelative', 'cropleft'],
  ...['croptop', 'cropright', 'cropbottom', 'gain', 'blacklevel', 'gamma', 'grayscale', 'bilevel'],
  ...['aspectratio', 'eqn', 'ext', 'limo', 'wrapcoords', 'anchorx', 'anchory', 'allowincell'],
  ...['allowoverlap', 'insetpen', 'hr', 'hrstd', 'hrnoshade', 'hralign', 'hrpct'],
]);
/** Generated names of shapes, which may stay. */
export const GENERATED_SHAPE_NAME = /^#?_x0000_[a-z]+\d+$/;
