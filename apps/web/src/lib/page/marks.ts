/** Signs without which a text has no marks at all: then it is drawn as it is, and nothing needs to be brought for it. */
const MARK = /[*_~`[<>#\\]|https?:\/\/|www\.|\S@\S|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:\s|$)/im;

export const hasMarks = (text: string): boolean => MARK.test(text);
