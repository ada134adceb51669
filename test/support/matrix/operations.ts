import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { repositoryPath } from '../repository.js';

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  /** A document with made-up arguments of the right types, which reaches the resolver. */
  readonly document: string;
  /** Whether the operation requires an id. */
  readonly takesId: boolean;
}

const SCHEMA = repositoryPath('apps/api/schema.graphql');

/** Returns every query and mutation of the schema. */
export function allOperations(): Operation[] {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  return [...doorsOf(schema, 'query'), ...doorsOf(schema, 'mutation')];
}

function doorsOf(schema: GraphQLSchema, kind: Operation['kind']): Operation[] {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map(({ name, args, type: answer }) => {
    const needed = args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const given = needed.length > 0 ? `(${needed.map(argument).join(', ')})` : '';
    const selection = isLeafType(getNamedType(answer)) ? '' : ' { __typename }';
    const document = `${kind} { ${name}${given}${selection} }`;
    return { kind, name, document, takesId: /[iI]d: "/.test(given) };
  });
}

const argument = ({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>): string =>
  `${name}: ${literal(type)}`;

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map(argument).join(', ')} }`;
  }
  const scalars: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true' };
  if (type.name === 'ID') return `"${crypto.randomUUID()}"`;
  if (type.name === 'DateTime') return '"2026-12-01T00:00:00.000Z"';
  return scalars[type.name] ?? '"x"';
}
