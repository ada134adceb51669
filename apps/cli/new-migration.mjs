// `npm run migration -- add-channel-topic`: creates an empty migration and lists it last.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, exitWithError, printProgress } from './processes.mjs';

/** Creates the file of a migration with a kebab-case name and adds the migration to the list. */
export function createMigration(name = '') {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    exitWithError('npm run migration -- add-channel-topic');
  const folder = join(ROOT, 'libs/database/migrations');
  const now = new Date();
  const file = `${dayAfterTheNewest(folder, now)}-${name}`;
  const words = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
  const className = `${words.join('')}${now.getTime()}`;
  const path = join(folder, `${file}.ts`);
  if (existsSync(path)) exitWithError(`${path} exists`);
  writeFileSync(path, source(className));
  list(join(folder, 'all.ts'), file, className);
  printProgress(path);
}

/** Today, or the day after the newest migration if that is later, so that file names sort in the order of the list. */
function dayAfterTheNewest(folder, now) {
  const days = readdirSync(folder).flatMap((name) => name.match(/^\d{8}(?=-)/) ?? []);
  const [year, month, day] = days
    .sort()
    .at(-1)
    .match(/^(....)(..)(..)$/)
    .slice(1)
    .map(Number);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return (next > now ? next : now).toISOString().slice(0, 10).replaceAll('-', '');
}

const source = (className) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`
    \`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
`;

function list(all, file, className) {
  const text = readFileSync(all, 'utf8');
  const parts = /^((?:import .*\n)*)([\s\S]*migrations[^=]*= \[)([\s\S]*)\];\s*$/.exec(text);
  if (!parts) exitWithError(`${all}: the list of migrations was not found at its end`);
  const [, imports, before, inside] = parts;
  const entries = [...inside.split(',').map((entry) => entry.trim()), className].filter(Boolean);
  const body = entries.map((entry) => `  ${entry},\n`).join('');
  const added = `import { ${className} } from './${file}.js';\n`;
  writeFileSync(all, `${imports}${added}${before}\n${body}];\n`);
}
