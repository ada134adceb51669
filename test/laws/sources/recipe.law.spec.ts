import { existsSync } from 'node:fs';
import { pathOf, textOf } from '../../support/repository.js';

const RECIPE = 'docs/CONTRIBUTING.md';
const SNIPPET = /^ *```ts (\S+)\n([\s\S]*?)^ *```$/gm;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Snippets whose lines do not stand, one after the other, in the file that they name. */
function strangersIn(document: string, source: (path: string) => string): string[] {
  return [...document.matchAll(SNIPPET)].flatMap(([, path, snippet]) => {
    const stands = lines(source(path!)).join('\n').includes(lines(snippet!).join('\n'));
    return stands ? [] : [`${path} does not hold: ${lines(snippet!)[0]}`];
  });
}

/** Paths in backticks that lead to no file or folder. */
const lostIn = (document: string): string[] =>
  [...document.matchAll(/`((?:apps|docs|libs|test)\/[\w./-]+)`/g)]
    .map(([, path]) => path!)
    .filter((path) => !existsSync(pathOf(path)));

test('the recipes are lines of the sources and name files that exist', () => {
  const document = textOf(RECIPE);
  expect([...document.matchAll(SNIPPET)].length).toBeGreaterThanOrEqual(8);
  expect(strangersIn(document, textOf)).toEqual([]);
  expect(lostIn(document)).toEqual([]);
});

test('refuses a snippet that the source does not hold, and a path that leads nowhere', () => {
  const bad = '```ts libs/rooms.ts\nopen();\nclose();\n```\nSee `libs/rooms/room.ts`.\n';
  expect(strangersIn(bad, () => 'open();\nwait();\nclose();\n')).toEqual([
    'libs/rooms.ts does not hold: open();',
  ]);
  expect(strangersIn(bad, () => '  open();\n  close();\n')).toEqual([]);
  expect(lostIn(bad)).toEqual(['libs/rooms/room.ts']);
});
