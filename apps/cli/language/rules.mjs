// Language rules that a program can check. Each function returns what is wrong with a text, or undefined.

const CLAUSE_FIRST = /^(what|who|whoever|whom|of|those who|so many|one who)\b/i;
const MAX_SUBJECT = 72;

/**
 * Checks a comment: a sentence must not begin with a clause in place of its subject. A question may begin with “What”.
 */
export function refusalOfComment(text) {
  const sentences = text.split(/(?<=[.:;!?]) (?=[A-Z])/);
  const start = sentences
    .filter((sentence) => !sentence.endsWith('?'))
    .map((sentence) => CLAUSE_FIRST.exec(sentence)?.[0])
    .find(Boolean);
  return start && `a sentence begins with “${start}”`;
}

/** Checks the title of a test or of a group of tests. */
export function refusalOfTitle(text) {
  const start = CLAUSE_FIRST.exec(text)?.[0];
  return start && `begins with “${start}”`;
}

/** Checks the subject of a commit: `scope: Verb …`, short enough for one line of a log. */
export function refusalOfSubject(subject) {
  if (subject.length > MAX_SUBJECT) return `is longer than ${MAX_SUBJECT} characters`;
  return /^[a-z][a-z0-9, -]*: [A-Z][a-z]+ \S/.test(subject) ? undefined : 'is not “scope: Verb …”';
}
