import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getNamedType,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  typeFromAST,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** Our own pages send a few hundred documents; whoever makes up others pushes out no more than this. */
const MOST_COMPILED = 1_000;

/** What Apollo Server hands to whatever answers in its place. */
interface Asked {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly request: { readonly variables?: Record<string, unknown> };
  readonly context: object;
}

type Answer = Promise<ExecutionResult> | ExecutionResult;
type Run = (asked: Asked) => Answer;

/** Answers by documents that were compiled into functions when they first came: lists of messages take a third of the time. */
@Injectable()
export class CompilingDriver extends ApolloDriver {
  override registerServer(options: ApolloDriverConfig): Promise<void> {
    const { typeDefs: _types, resolvers: _resolvers, schema, ...rest } = options;
    return super.registerServer({ ...rest, gateway: compiling(schema!) } as ApolloDriverConfig);
  }
}

/** The one way that Apollo Server has to let others execute: as a gateway, of one schema that never changes. */
function compiling(apiSchema: GraphQLSchema) {
  readPropertiesDirectly(apiSchema);
  const compiled = new Map<string, Run>();
  const executor = async (asked: Asked): Promise<ExecutionResult> => {
    const key = `${asked.queryHash} ${asked.operationName ?? ''}`;
    const known = compiled.get(key);
    if (known) return plain(await known(asked));
    const run = compile(apiSchema, asked);
    const [oldest] = compiled.keys();
    if (compiled.size >= MOST_COMPILED && oldest) compiled.delete(oldest);
    compiled.set(key, run);
    return plain(await run(asked));
  };
  return {
    onSchemaLoadOrUpdate(took: (context: { apiSchema: GraphQLSchema }) => void) {
      took({ apiSchema });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}

/** Errors as the interpreter would give them: a plugin takes hints out of their messages, and these cannot be changed. */
function plain({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  const changeable = errors.map(
    ({ message, path, originalError }) => new GraphQLError(message, { path, originalError }),
  );
  return { errors: changeable, ...result };
}

function compile(schema: GraphQLSchema, { document, operationName }: Asked): Run {
  const query = fillsIn(schema, document)
    ? undefined
    : compileQuery(schema, document, operationName ?? undefined, {
        disablingCapturingStackErrors: true,
      });
  if (query && isCompiledQuery(query))
    return ({ context, request }) => query.query(undefined, context, request.variables);
  // What it cannot compile, the interpreter answers or refuses.
  return (asked) =>
    execute({
      schema,
      document: asked.document,
      operationName: asked.operationName,
      contextValue: asked.context,
      variableValues: asked.request.variables,
    });
}

/** Whether a variable may leave out what must be there and has a value for when it is not: the compiler refuses it. */
function fillsIn(schema: GraphQLSchema, document: DocumentNode): boolean {
  const seen = new Set<GraphQLInputType>();
  const leavesOut = (type: GraphQLInputType | undefined): boolean => {
    const named = type && getNamedType(type);
    if (!isInputObjectType(named) || seen.has(named)) return false;
    seen.add(named);
    return Object.values(named.getFields()).some(
      (field) =>
        (isNonNullType(field.type) && field.defaultValue !== undefined) || leavesOut(field.type),
    );
  };
  const variables = document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : [],
  );
  return variables.some(({ type }) =>
    leavesOut(typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined),
  );
}

/** Nest gives each property a resolver that reads it, which would have to be called, and asked whether it gave a promise. */
function readPropertiesDirectly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === PROPERTY && readsOwnName(field.resolve, field.name))
        delete field.resolve;
    }
  }
}

const PROPERTY = 'rootFieldResolver';

/** Not one of another name, nor one with a value for what is not there. */
function readsOwnName(resolve: unknown, name: string): boolean {
  const read = resolve as (root: object) => unknown;
  const value = Symbol(name);
  return read({ [name]: value }) === value && read({}) === undefined;
}
