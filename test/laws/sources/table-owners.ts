import { createRequire } from 'node:module';
import ts from 'typescript';
import { type SourceFile, repositoryPath } from '../../support/repository.js';

interface Arrows {
  readonly GROUND: readonly string[];
  readonly FEATURES: readonly string[];
}

const { GROUND, FEATURES } = createRequire(import.meta.url)(
  repositoryPath('.config/arrows.cjs'),
) as Arrows;
const LIBRARIES = [...GROUND, ...FEATURES];

/**
 * Tables without an entity, and views, by library. A view belongs to the lowest library that reads it. Libraries above
 * provide their facts to that library through the view.
 */
const WITHOUT_ENTITY: Readonly<Record<string, readonly string[]>> = {
  database: ['rate_limit'],
  files: ['kept_file'],
  members: [
    ...['ally', 'coalition_access', 'heard_account', 'hidden_pair', 'parted_group'],
    'steward_vacancy',
  ],
  access: [
    ...['case_thread_reader', 'coalition_role', 'past_conversation', 'spokesperson_hidden'],
    'steward_hidden',
  ],
  realtime: ['node'],
  audit: ['coalition_act_approver', 'coalition_steward', 'group_steward', 'two_person_tie'],
  profiles: [
    ...['decoy', 'decoy_opening', 'directory_term', 'directory_word', 'field_open_group'],
    ...['membership_name', 'view_of_day', 'work_map', 'work_map_cell'],
  ],
  vetting: ['application_assignee', 'application_tie', 'personal_tie', 'tie'],
  groups: ['membership_said', 'participant_name', 'unsealed_join_answer'],
  introductions: ['introduction_parted', 'suggestion_open'],
  organisations: ['organisation_open_group'],
  channels: [
    ...['channel_reader', 'channel_words', 'deleted_message', 'earlier_text', 'heard_message'],
    ...['inbox_cursor', 'inbox_entry', 'inbox_shown', 'message_shown', 'message_words'],
    ...['reaction', 'spent_key', 'topic_reader'],
  ],
  coalitions: ['coalition_delegate', 'coalition_invitation_owner', 'coalition_person'],
  support: [
    'call_attendance',
    'case_exclusion',
    'case_recusal',
    'case_thread_cursor',
    'case_tie',
    'deleted_support_request',
    'known_supporter',
    'support_tie',
  ],
  moderation: ['matter_decider', 'matter_party', 'matter_tie'],
  notifications: ['news_mail'],
};

/** Tables that a library may name in SQL although the library may not import their owner. The value is the reason. */
export const LISTED_EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  access: {
    group_invitation: 'one statement loads every fact of the viewer, once per request',
    organisation_invitation: 'the same statement',
    agreements_version: 'the same statement',
  },
};

const ENTITY = /^libs\/([^/]+)\/.*\.entity\.ts$/;
const MIGRATION = /^libs\/database\/migrations\//;
const NAMED_ENTITY = /^@Entity\((?:'(\w+)')?\)\n(?:@.*\n)*export class (\w+)/gm;
const CREATED = /\bcreate (?:or replace )?(?:unlogged )?(?:table|view) "?(\w+)"?/g;
const DROPPED = /\bdrop (?:table|view) "?(\w+)"?/g;

const snakeCase = (name: string) => name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
const libraryOf = (path: string) => /^libs\/([^/]+)\//.exec(path)?.[1];

/** Returns the owning library of each table and view. */
export function tableOwners(files: readonly SourceFile[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [library, names] of Object.entries(WITHOUT_ENTITY)) {
    for (const name of names) owners.set(name, library);
  }
  for (const { path, text } of files) {
    const library = ENTITY.exec(path)?.[1];
    if (!library) continue;
    for (const [, table, name] of text.matchAll(NAMED_ENTITY)) {
      owners.set(table ?? snakeCase(name!), library);
    }
  }
  return owners;
}

/** Returns the tables and views that exist after all migrations. */
export function createdTables(files: readonly SourceFile[]): string[] {
  const migrations = files.filter(({ path }) => MIGRATION.test(path));
  const names = (pattern: RegExp) =>
    migrations.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name!));
  const dropped = new Set(names(DROPPED));
  return [...new Set(names(CREATED))].filter((name) => !dropped.has(name)).sort();
}

const TABLE = String.raw`(?:only\s+)?"?\w+"?(?:\s+(?:as\s+)?\w+)?`;
const NAMED = new RegExp(
  String.raw`\b(?:from|join|into|update|using|lock table)\s+(${TABLE}(?:\s*,\s*${TABLE})*)`,
  'gi',
);
/** Query builder methods that take a table name. */
const BUILDER = /^(?:from|into|update|\w+Join\w*)$/;

/** Returns the table names in SQL text. */
const namesIn = (sql: string) =>
  [...sql.matchAll(NAMED)].flatMap(([, list]) =>
    list!.split(',').map((one) => /^\s*(?:only\s+)?"?(\w+)/i.exec(one)![1]!),
  );

/** Returns the table that a query builder call or a `table` property names, as SQL. */
function tableNamedBy(node: ts.Node): string | undefined {
  if (ts.isPropertyAssignment(node)) {
    const { name, initializer } = node;
    const isTable = ts.isIdentifier(name) && name.text === 'table';
    return isTable && ts.isStringLiteralLike(initializer) ? `from ${initializer.text}` : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
  const [first] = node.arguments;
  const isTable = BUILDER.test(node.expression.name.text) && first && ts.isStringLiteral(first);
  return isTable ? `from ${first.text}` : undefined;
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' _ ');
}

function namesOfTables({ path, text }: SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const sql of [literalText(node), tableNamedBy(node)]) {
      for (const name of namesIn(sql ?? '')) names.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return names;
}

/**
 * Returns the tables that a library names in SQL although their owner comes later in the order of dependencies.
 * Applications come after every library. Migrations are exempt.
 */
export function foreignTables(
  files: readonly SourceFile[],
  owners: ReadonlyMap<string, string>,
): string[] {
  const found = files.flatMap((file) => {
    const library = libraryOf(file.path);
    if (!library || MIGRATION.test(file.path)) return [];
    return [...namesOfTables(file)].flatMap((name) => {
      const owner = owners.get(name);
      const isBelow = owner === undefined || LIBRARIES.indexOf(owner) <= LIBRARIES.indexOf(library);
      return isBelow ? [] : [`${library} names ${name} of ${owner}`];
    });
  });
  return [...new Set(found)].sort();
}
