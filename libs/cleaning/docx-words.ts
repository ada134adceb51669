import type { Removed } from '#cleaning/cleaned.js';

/** Parts that make up what one reads. Whatever is not listed is left out. */
export const TEXTS =
  /^word\/(document\d*|styles|numbering|fontTable|settings|footnotes|endnotes|header\d*|footer\d*|theme\/theme\d*|charts\/(chart|style|colors)\d*|diagrams\/(data|layout|quickStyle|colors|drawing)\d*)\.xml$/;
export const PICTURES = /^word\/media\/[\w-]+\.(png|jpe?g|gif|webp)$/i;
export const MACROS = /vba|(^|\/)activeX\//i;

/** What parts that are left out held. */
export const LEFT_OUT: readonly (readonly [RegExp, Removed])[] = [
  [/^docProps\/thumbnail/, 'thumbnail'],
  [/^docProps\/(core|app)/, 'author'],
  [/^docProps\/custom|^customXml\//, 'other'],
  [/^word\/(people|commentsIds)/, 'author'],
  [/^word\/comments/, 'comments'],
  [/^word\/embeddings\//, 'files'],
];

/** Elements that go with all that is in them, by their local names: what they told, or null for nothing of anybody. */
export const GONE = new Map<string, Removed | null>([
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
  ['altChunk', 'files'],
  ['OLEObject', 'files'],
  ['externalData', 'files'],
  ['control', 'script'],
  ['proofErr', null],
  ['lastRenderedPageBreak', null],
  ['extLst', null],
]);
/** Elements that go and leave what is in them. */
export const OPENED = new Map<string, Removed>([
  ['ins', 'history'],
  ['moveTo', 'history'],
  ['smartTag', 'other'],
  ['customXml', 'other'],
]);
/** Of the settings, what changes how a page looks. */
export const SETTINGS = new Set([
  ...['compat', 'defaultTabStop', 'characterSpacingControl', 'footnotePr', 'endnotePr'],
  ...['evenAndOddHeaders', 'mirrorMargins', 'bordersDoNotSurroundHeader', 'gutterAtTop'],
  ...['bordersDoNotSurroundFooter', 'autoHyphenation', 'themeFontLang', 'clrSchemeMapping'],
  ...['decimalSymbol', 'listSeparator', 'displayBackgroundShape'],
]);
export const TELLING_ATTRIBUTES = /^(rsid\w*|author|initials|paraId|textId|userId|providerId)$/;
export const SAFE_ADDRESS = /^(https?|mailto):/i;
