// Finds the texts that a reader meets in the sources: file names, exported names, comments and test titles.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../processes.mjs';

/** The last commit before the rules for commit subjects. Only the subjects of later commits are checked and sampled. */
export const LAST_UNCHECKED_COMMIT = '64baf6cb';

const SOURCES = '{apps,libs,test}/**/*.{ts,tsx,mjs}';
/** Matches the paths of generated types, and of examples that break a rule on purpose. These files are not checked. */
const LEFT_OUT = /\/gql\/|^test\/laws\/bad\//;

/** Returns the paths of the checked source files, relative to the root of the repository. */
export const sourcePaths = () =>
  globSync(SOURCES, { cwd: ROOT })
    .filter((path) => !LEFT_OUT.test(path))
    .toSorted();

/** Returns the subjects of the commits after `base`, newest first; an empty list if git does not know `base`. */
export function commitSubjectsAfter(base) {
  const git = spawnSync('git', ['log', '--format=%s', `${base}..HEAD`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return git.status === 0 ? git.stdout.split('\n').filter((subject) => subject !== '') : [];
}

/**
 * Returns all exported names (with their keyword), comments (with a line of the code that they describe) and test
 * titles (with the groups around them) of one file, each with its line number. `text` is the content of the file, which
 * is read if omitted.
 */
export function itemsOf(path, text = readFileSync(join(ROOT, path), 'utf8')) {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const line = (at) => file.getLineAndCharacterOfPosition(at).line + 1;
  const names = [];
  const titles = [];
  const visit = (node, groups) => {
    if (isExported(node)) {
      const kind = keywordOf(node);
      for (const name of namesOf(node))
        names.push({ line: line(node.getStart()), kind, text: name });
    }
    const title = titleOf(node);
    if (title) titles.push({ line: line(node.getStart()), groups, ...title });
    const inside = title?.isGroup ? [...groups, title.text] : groups;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, []);
  return { names, titles, comments: commentsOf(file, text, line) };
}

const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Returns the keyword that declares a node: `const`, `let`, `function`, `class`, `interface`, `type` or `enum`. */
const keywordOf = (node) =>
  /\b(const|let|function|class|interface|type|enum)\b/.exec(node.getText())?.[1];

function namesOf(node) {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => bound(name));
  }
  return node.name ? [node.name.getText()] : [];
}

/** Returns the names that a declaration binds; a destructuring declaration binds several. */
const bound = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (one.name ? bound(one.name) : []));

/**
 * Returns the title of a call of `describe`, `it`, `test` or one of their variants (`it.each(…)('…')`); undefined for
 * any other node.
 */
function titleOf(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const called = /^(describe|it|test)\b/.exec(node.expression.getText())?.[1];
  const [first] = node.arguments;
  if (!called || !first || !ts.isStringLiteralLike(first)) return undefined;
  return { isGroup: called === 'describe', text: first.text };
}

/** Returns the comments of a file. Consecutive line comments count as one. Directives to tools do not count. */
function commentsOf(file, text, line) {
  const found = new Map();
  const collect = (at) => {
    for (const range of ts.getLeadingCommentRanges(text, at) ?? []) found.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(text, at) ?? []) found.set(range.pos, range);
  };
  const visit = (node) => {
    if (node.kind !== ts.SyntaxKind.JsxText) {
      collect(node.getFullStart());
      collect(node.getEnd());
    }
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  const comments = [];
  for (const { pos, end } of [...found.values()].toSorted((a, b) => a.pos - b.pos)) {
    const words = plain(text.slice(pos, end));
    const last = comments.at(-1);
    const isGoingOn =
      last && text.startsWith('//', pos) && /^[^\S\n]*\n?[^\S\n]*$/.test(text.slice(last.end, pos));
    if (isGoingOn && last.isLine) Object.assign(last, { end, text: `${last.text} ${words}` });
    else
      comments.push({ line: line(pos), pos, end, isLine: text.startsWith('//', pos), text: words });
  }
  const isDirective = (comment) =>
    /^(oxlint|eslint|prettier|@ts-|lingui|i18n|@vite|\/)/.test(comment);
  return comments
    .filter((comment) => comment.text !== '' && !isDirective(comment.text))
    .map(({ line, text: words, ...range }) => ({ line, text: words, code: codeOf(text, range) }));
}

/**
 * Returns the code that a comment describes: the code before the comment on its line, else the first line after the
 * comment.
 */
function codeOf(text, { pos, end }) {
  const before = text.slice(text.lastIndexOf('\n', pos) + 1, pos).trim();
  if (before !== '' && before !== '{') return before;
  return /\S.*/.exec(text.slice(end).replace(/^\s*\}?\s*/, ''))?.[0] ?? '';
}

/** Returns the text of a comment on one line, without the comment characters. */
const plain = (comment) =>
  comment
    .replaceAll(/^\/\*\*?|\*\/$|^\s*\*(?!\/)|^\/\/+/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
