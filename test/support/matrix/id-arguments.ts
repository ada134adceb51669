import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { repositoryPath } from '../repository.js';

/** One id argument or id input field of a query or mutation. */
export interface IdArgument {
  /** The name of the operation and the path to the id, for example `mutation postMessage input.channelId`. */
  readonly name: string;
  /** Number of variants of the document: one for each value of the largest enum among its arguments. */
  readonly variants: number;
  /** Returns a document with this id. All other arguments are valid and made up. */
  document(id: string, variant?: number): string;
  /** Returns the same document with any GraphQL literal in place of the id. */
  written(literal: string, variant?: number): string;
}

/** Idempotency keys, which the client generates. They name no existing row. */
const OWN_KEYS = /(^|\.)(clientId|sendKey)$/;
const SCHEMA = repositoryPath('apps/api/schema.graphql');

/** Returns every argument and input field of the schema that takes an id, also optional ones. */
export const allIdArguments = (): IdArgument[] => everyPlace('ID');

/** Returns every argument and input field of the schema that takes a string. */
export const allTextArguments = (): IdArgument[] => everyPlace('String');

/** Returns every argument and input field of the schema that takes a moment. */
export const allMomentArguments = (): IdArgument[] => everyPlace('DateTime');

function everyPlace(scalar: 'ID' | 'String' | 'DateTime'): IdArgument[] {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type!.getFields()).flatMap((field) =>
      placesIn(field, scalar).map((path) => doorTo(kind, field, path)),
    ),
  );
}

type Field = GraphQLField<unknown, unknown>;
const inner = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) || isListType(type) ? inner(type.ofType as GraphQLInputType) : type;

function placesIn({ args }: Field, scalar: string): string[] {
  const found: string[] = [];
  const visit = (type: GraphQLInputType, path: string) => {
    const of = inner(type);
    if (isInputObjectType(of)) {
      for (const { name, type: next } of Object.values(of.getFields()))
        visit(next, `${path}.${name}`);
    } else if ('name' in of && of.name === scalar && !OWN_KEYS.test(path)) found.push(path);
  };
  for (const { name, type } of args) visit(type, name);
  return found;
}

function doorTo(kind: 'query' | 'mutation', field: Field, path: string): IdArgument {
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const written = (literal: string, variant = 0) => {
    const writer = new Writer(path, literal, variant);
    return `${kind} { ${field.name}(${writer.named(field.args, '')})${selection} }`;
  };
  const document = (id: string, variant = 0) => written(`"${id}"`, variant);
  const first = new Writer(path, '', 0);
  first.named(field.args, '');
  return { name: `${kind} ${field.name} ${path}`, variants: first.choices, document, written };
}

interface Named {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** Writes the required arguments of a document, and the arguments on the path to the id. */
class Writer {
  choices = 1;

  constructor(
    private readonly path: string,
    private readonly literal: string,
    private readonly variant: number,
  ) {}

  named(fields: readonly Named[], at: string): string {
    const written = fields.flatMap(({ name, type }) => {
      const path = at === '' ? name : `${at}.${name}`;
      const isOnTheWay = this.path === path || this.path.startsWith(`${path}.`);
      return isNonNullType(type) || isOnTheWay ? [`${name}: ${this.value(type, path)}`] : [];
    });
    return written.join(', ');
  }

  private value(type: GraphQLInputType, path: string): string {
    if (path === this.path && !isListType(type) && !isNonNullType(type)) return this.literal;
    if (isNonNullType(type)) return this.value(type.ofType as GraphQLInputType, path);
    if (isListType(type)) return `[${this.value(type.ofType as GraphQLInputType, path)}]`;
    if (isInputObjectType(type)) return `{ ${this.named(Object.values(type.getFields()), path)} }`;
    if (isEnumType(type)) {
      const values = type.getValues();
      this.choices = Math.max(this.choices, values.length);
      return values[this.variant % values.length]!.name;
    }
    const scalars: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true' };
    if (type.name === 'ID') return `"${crypto.randomUUID()}"`;
    if (type.name === 'DateTime') return '"2026-12-01T00:00:00.000Z"';
    return scalars[type.name] ?? '"x"';
  }
}
