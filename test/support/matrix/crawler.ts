import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { apiAs, type Requester } from '../app/client.js';
import { repositoryPath } from '../repository.js';
import { RUNS_WHOLE_SWEEPS } from '../sampled-sweeps.js';

const SCHEMA = repositoryPath('apps/api/schema.graphql');
const DEEPEST = 4;
const MOST_IDS = RUNS_WHOLE_SWEEPS ? 40 : 10;
const AT_ONCE = 4;
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export type SchemaField = GraphQLField<unknown, unknown>;
type Given = Readonly<Record<string, string>>;

/**
 * Returns everything that a person can read: sends every query with all fields, and sends it again with every id that
 * occurs in a response.
 */
export async function readEverything(who: Requester, texts: readonly string[]): Promise<string> {
  const queries = Object.values(
    buildSchema(readFileSync(SCHEMA, 'utf8')).getQueryType()!.getFields(),
  );
  const answers: string[] = [];
  // Sends the same document for all values, so that the server parses and compiles it once.
  const ask = async (field: SchemaField, arg?: GraphQLArgument, value?: string) => {
    const document = arg
      ? `query ($value: ${arg.type}) ${documentForField(field, { [arg.name]: '$value' })}`
      : documentForField(field);
    const text = await (await apiAs(who).raw(document, { value })).text();
    if (text.includes('"INTERNAL"')) throw new Error(`${field.name} broke: ${text}`);
    if (text.includes('"reason":"document"')) throw new Error(`${field.name} is no question`);
    return text;
  };
  const takes = (field: SchemaField, type: string) =>
    field.args.filter((arg) => getNamedType(arg.type).toString() === type);
  for (const field of queries.filter((one) => !requiresArgument(one, 'ID')))
    answers.push(await ask(field));
  const met = [...new Set(answers.join().match(ID))].slice(0, MOST_IDS);
  for (const field of queries) {
    for (const arg of takes(field, 'ID').slice(0, 1)) {
      const ids = requiresArgument(field, 'ID') ? met : [];
      for (let at = 0; at < ids.length; at += AT_ONCE)
        answers.push(
          ...(await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => ask(field, arg, id)))),
        );
    }
    for (const arg of takes(field, 'String').filter(({ name }) => name !== 'after')) {
      for (const text of texts) answers.push(await ask(field, arg, text));
    }
  }
  return answers.join('\n');
}

export const requiresArgument = ({ args }: SchemaField, type: string) =>
  args.some((arg) => isNonNullType(arg.type) && getNamedType(arg.type).toString() === type);

/** Returns a document that selects all parts of a field. Arguments that are not given get made-up values. */
export const documentForField = (field: SchemaField, given: Given = {}) =>
  `{ ${field.name}${argsOf(field.args, given)}${selectionOf(field.type, [])} }`;

function argsOf(args: readonly GraphQLArgument[], given: Given): string {
  const written = args.flatMap((arg) => {
    if (given[arg.name]) return [`${arg.name}: ${given[arg.name]}`];
    return isNonNullType(arg.type) && arg.defaultValue === undefined
      ? [`${arg.name}: ${madeUp(arg)}`]
      : [];
  });
  return written.length > 0 ? `(${written.join(', ')})` : '';
}

function madeUp({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === 'ViewAsInput') return '{ as: member }';
  return named.name === 'Int' ? '0' : '"x"';
}

function selectionOf(type: GraphQLOutputType, above: readonly string[]): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [`${field.name}${argsOf(field.args, {})}`];
    const isTooDeep = above.length >= DEEPEST - 1 || above.includes(inner.name);
    return isTooDeep
      ? []
      : [
          `${field.name}${argsOf(field.args, {})}${selectionOf(field.type, [...above, named.name])}`,
        ];
  });
  return ` { ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}
