import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryPath } from '../../support/repository.js';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Returns the linter rules that one file violates. */
function lint(path: string, text: string): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'trama-budgets-'));
  try {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
    const program = repositoryPath('node_modules/oxlint/bin/oxlint');
    const config = repositoryPath('.config/oxlint.json');
    const args = [program, '--config', config, '--format', 'json', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return diagnostics.map(({ code }) => /\((.+)\)/.exec(code)?.[1] ?? code);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const FILE = 'libs/rooms/room.ts';
const file = (count: number) => lines(count, (at) => `export const value${at} = ${at};`);
const method = (count: number) =>
  `export function open() {\n${lines(count - 2, (at) => `  use(${at});`)}\n}\nfunction use(value: number) {\n  return value;\n}`;
const constructor = (count: number) =>
  `export class Rooms {\n  constructor(${lines(count, (at) => `readonly part${at}: string,`)}) {}\n}`;
const imports = (count: number) =>
  `${lines(count, (at) => `import { part${at} } from './part${at}.js';`)}\nexport const all = [${lines(count, (at) => `part${at},`)}];`;

const BUDGETS: readonly [string, string, string, string][] = [
  ['400 lines per file', 'max-lines', file(400), file(401)],
  ['60 lines per function', 'max-lines-per-function', method(60), method(61)],
  ['6 constructor parameters', 'max-params', constructor(6), constructor(7)],
  ['30 imported modules per file', 'max-dependencies', imports(30), imports(31)],
];

test.each(BUDGETS)('the linter allows at most %s', (_title, rule, good, bad) => {
  expect(lint(FILE, good)).toEqual([]);
  expect(lint(FILE, bad)).toEqual([rule]);
});

test('a module file may have more imports, because it is a list', () => {
  expect(lint('libs/rooms/rooms.module.ts', imports(40))).toEqual([]);
});
