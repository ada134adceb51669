import { existsSync } from 'node:fs';
import { repositoryPath, readRepositoryFile } from '../../support/repository.js';

const RECIPE = 'docs/CONTRIBUTING.md';
const SNIPPET = /^ *```ts (\S+)\n([\s\S]*?)^ *```$/gm;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Returns the snippets whose lines do not occur as consecutive lines in the file that the snippet names. */
function strangersIn(document: string, source: (path: string) => string): string[] {
  return [...document.matchAll(SNIPPET)].flatMap(([, path, snippet]) => {
    const stands = lines(source(path!)).join('\n').includes(lines(snippet!).join('\n'));
    return stands ? [] : [`${path} does not hold: ${lines(snippet!)[0]}`];
  });
}

/** Returns paths in backticks that do not exist. */
const lostIn = (document: string): string[] =>
  [...document.matchAll(/`((?:apps|docs|libs|test)\/[\w./-]+)`/g)]
    .map(([, path]) => path!)
    .filter((path) => !existsSync(repositoryPath(path)));

test('code snippets of the recipes are quotes from the source, and their paths exist', () => {
  const document = readRepositoryFile(RECIPE);
  expect([...document.matchAll(SNIPPET)].length).toBeGreaterThanOrEqual(8);
  expect(strangersIn(document, readRepositoryFile)).toEqual([]);
  expect(lostIn(document)).toEqual([]);
});

test('the check reports a snippet that is not in the source, and a path that does not exist', () => {
  const bad = '```ts libs/rooms.ts\nopen();\nclose();\n```\nSee `libs/rooms/room.ts`.\n';
  expect(strangersIn(bad, () => 'open();\nwait();\nclose();\n')).toEqual([
    'libs/rooms.ts does not hold: open();',
  ]);
  expect(strangersIn(bad, () => '  open();\n  close();\n')).toEqual([]);
  expect(lostIn(bad)).toEqual(['libs/rooms/room.ts']);
});
