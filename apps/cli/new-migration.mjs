// `npm run migration -- add-channel-topic`: an empty migration, listed after the others.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, refuse, say } from './processes.mjs';

/** Writes the file of a new migration and lists it; the name is kebab-case. */
export function newMigration(name = '') {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) refuse('npm run migration -- add-channel-topic');
  const now = new Date();
  const file = `${now.toISOString().slice(0, 10).replaceAll('-', '')}-${name}`;
  const words = name.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
  const className = `${words.join('')}${now.getTime()}`;
  const folder = join(ROOT, 'libs/database/migrations');
  const path = join(folder, `${file}.ts`);
  if (existsSync(path)) refuse(`${path} exists`);
  writeFileSync(path, source(className));
  list(join(folder, 'all.ts'), file, className);
  say(path);
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
  if (!parts) refuse(`${all}: no list of migrations at its end`);
  const [, imports, before, inside] = parts;
  const entries = [...inside.split(',').map((entry) => entry.trim()), className].filter(Boolean);
  const body = entries.map((entry) => `  ${entry},\n`).join('');
  const added = `import { ${className} } from './${file}.js';\n`;
  writeFileSync(all, `${imports}${added}${before}\n${body}];\n`);
}
