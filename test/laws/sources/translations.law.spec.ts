import { spawnSync } from 'node:child_process';
import { formatter } from '@lingui/format-po';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath, ROOT, sourceFiles } from '../../support/repository.js';
import { untranslatedTexts } from './untranslated-texts.js';

type Catalogue = Record<string, { message?: string; translation?: string }>;

const BAD = 'test/laws/bad/strings';

/** Runs a Lingui check on the catalogues of a configuration. Returns whether it passed, and its output. */
function lingui(check: 'sync' | 'missing', folder: string) {
  const program = repositoryPath('node_modules/@lingui/cli/dist/lingui.js');
  const args = [program, 'check', check, '--verbose', '--config', `${folder}/lingui.config.ts`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { isGood: status === 0, says: `${stdout}${stderr}` };
}

test('the check reports a string that is not in the catalogues', () => {
  const { isGood, says } = lingui('sync', BAD);
  expect(says).toContain('locales/es');
  expect(isGood).toBe(false);
});

test('the check reports a string that is missing in one language, and accepts the other languages', () => {
  const { isGood, says } = lingui('missing', BAD);
  expect(isGood).toBe(false);
  expect(says).toMatch(/locales\/pt/);
  expect(says).not.toMatch(/locales\/(es|en)/);
});

test('the check reports untranslated text in elements, attributes and templates', () => {
  const read = (name: string) => ({
    path: name,
    text: readFileSync(join(ROOT, BAD, name), 'utf8'),
  });

  expect(untranslatedTexts(read('src/page.tsx'))).toEqual([
    'src/page.tsx:5 "Sala"',
    'src/page.tsx:6 "Bienvenida"',
  ]);
  expect(untranslatedTexts(read('src/page.ts'))).toEqual([expect.stringContaining('Hola')]);
});

test('every string of the product exists in three languages', () => {
  expect(lingui('sync', 'apps/web')).toMatchObject({ isGood: true });
  expect(lingui('missing', 'apps/web')).toMatchObject({ isGood: true });
});

/** Returns the messages that two catalogues of a language translate differently: the one that loads last would win. */
function translatedDifferently(language: string): string[] {
  const translations = new Map<string, Set<string>>();
  for (const filename of globSync(repositoryPath(`apps/web/src/locales/**/${language}.po`))) {
    const options = { locale: language, sourceLocale: 'es', filename };
    const catalogue = formatter().parse(readFileSync(filename, 'utf8'), options);
    for (const [id, { message = id, translation }] of Object.entries(catalogue as Catalogue)) {
      const known = translations.get(message) ?? new Set();
      translations.set(message, known.add(translation ?? ''));
    }
  }
  expect(translations.size).toBeGreaterThan(1_000);
  return [...translations].filter(([, all]) => all.size > 1).map(([message]) => message);
}

test.each(['es', 'pt', 'en'])(
  'in %s, a message has the same translation in all catalogues',
  (language) => {
    expect(translatedDifferently(language)).toEqual([]);
  },
);

test('no page contains untranslated text', () => {
  const files = sourceFiles(['apps/web'], /\.tsx?$/, 400);
  expect(files.flatMap(untranslatedTexts)).toEqual([]);
});
