import { isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';

const SCALARS = {
  ID: 'string',
  String: 'string',
  DateTime: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
};

/**
 * graphql-codegen plugin that generates the types of responses for tests. A test does not compile if it uses a name
 * that is not in the schema. No field is optional or nullable, and every list has a first item: if the value is missing
 * in a response, the test fails at run time.
 */
export function plugin(schema) {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  );
  const interfaces = types.map(
    (type) => `export interface ${type.name} {\n${fieldsOf(type).join('\n')}\n}\n`,
  );
  return [
    ...interfaces,
    '/** Every field of every operation, of which a document asks for some. */',
    'export type Answer = Query & Mutation;\n',
  ].join('\n');
}

const fieldsOf = (type) =>
  Object.values(type.getFields()).map(({ name, type }) => `  ${name}: ${typeOf(type)};`);

function typeOf(type) {
  if (isNonNullType(type)) return typeOf(type.ofType);
  if (isListType(type)) return `[${typeOf(type.ofType)}, ...${typeOf(type.ofType)}[]]`;
  if (isEnumType(type)) return 'string';
  return SCALARS[type.name] ?? type.name;
}
