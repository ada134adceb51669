import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { NODE_PATH, SINGLE_THREADED_NODE, ROOT, runProgram, toolPath } from './processes.mjs';

const FOLDERS = [
  '',
  '/duties',
  '/settings',
  '/people',
  '/coalitions',
  '/support',
  '/cases',
  '/channel',
  '/frame',
].map((folder) => `apps/web/src/locales${folder}`);
const LANGUAGES = ['es', 'pt', 'en'];
const SOURCE = 'es';
const po = formatter({ origins: false, printPlaceholdersInComments: false });

const EXTRACT = [
  SINGLE_THREADED_NODE,
  toolPath('@lingui/cli', 'lingui'),
  'extract',
  '--config',
  'apps/web/lingui.config.ts',
];

/** Extracts the strings of the web app into its message catalogues. Returns the exit status. */
export async function extractMessages() {
  const status = await runProgram(NODE_PATH, EXTRACT, { stdio: ['ignore', 2, 2] });
  if (status === 0) await carryTranslations();
  return status;
}

/** Copies translations of strings that an extraction moved to another catalogue, and removes obsolete strings. */
async function carryTranslations() {
  for (const locale of LANGUAGES) {
    const context = { locale, sourceLocale: SOURCE };
    const paths = FOLDERS.map((folder) => join(ROOT, folder, `${locale}.po`)).filter(existsSync);
    const catalogues = await Promise.all(
      paths.map((path) => po.parse(readFileSync(path, 'utf8'), { ...context, filename: path })),
    );
    const known = new Map();
    for (const [id, { translation }] of catalogues.flatMap(Object.entries)) {
      if (translation) known.set(id, translation);
    }
    for (const [at, path] of paths.entries()) {
      const said = Object.entries(catalogues[at]).filter(([, message]) => !message.obsolete);
      const filled = said.map(([id, message]) => [
        id,
        { ...message, translation: message.translation || known.get(id) || '' },
      ]);
      const existing = readFileSync(path, 'utf8');
      const next = Object.fromEntries(filled);
      writeFileSync(path, await po.serialize(next, { ...context, filename: path, existing }));
    }
  }
}
