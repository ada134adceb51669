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
import { pathOf } from '../repository.js';

/** One place of one query or mutation where a client names a row. */
export interface IdDoor {
  /** `mutation postMessage input.channelId` */
  readonly name: string;
  /** How many documents it has: one for each value of its widest choice. */
  readonly variants: number;
  /** A document that is right in all but the id; the other arguments are made up. */
  document(id: string, variant?: number): string;
  /** The same with anything in the place of the id, as GraphQL writes it. */
  written(literal: string, variant?: number): string;
}

/** Keys that a client makes itself: they name no row of anybody else. */
const OWN_KEYS = /(^|\.)(clientId|sendKey)$/;
const SCHEMA = pathOf('apps/api/schema.graphql');

/** Every place of the schema that takes an id, also where it may be left out. */
export const everyIdDoor = (): IdDoor[] => everyPlace('ID');

/** Every place that takes a text. */
export const everyTextDoor = (): IdDoor[] => everyPlace('String');

function everyPlace(scalar: 'ID' | 'String'): IdDoor[] {
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

function doorTo(kind: 'query' | 'mutation', field: Field, path: string): IdDoor {
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

/** Writes arguments: those that are needed, and those on the way to the id. */
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
