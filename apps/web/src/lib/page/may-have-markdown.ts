/** Matches every text that may contain Markdown. Other texts are rendered as they are, without loading the parser. */
const MARK = /[*_~`[<>#\\]|https?:\/\/|www\.|\S@\S|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:\s|$)/im;

export const mayHaveMarkdown = (text: string): boolean => MARK.test(text);
