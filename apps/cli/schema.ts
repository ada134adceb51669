import { writeFile } from 'node:fs/promises';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { features } from '../api/features.js';
import { type Command, UsageError } from './command.js';

const HEADER = '# Made by `npm run schema`. Do not edit.\n\n';

/** Writes the GraphQL schema of the code; needs no database. */
export const schemaCommand: Command = {
  words: 'schema',
  help: 'writes the GraphQL schema to a file',
  async run([file]) {
    if (!file) throw new UsageError('schema <file>');
    const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
      logger: false,
    });
    const schema = await app.get(GraphQLSchemaFactory).create(resolvers());
    await writeFile(file, `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`);
  },
};

type Part = Type | DynamicModule;
const RESOLVER = 'graphql:resolver_type';

/** Every resolver class of the features and of the modules that they import. */
function resolvers(): Type[] {
  const seen = new Set<Part>();
  const found = new Set<Type>();
  const visit = (part: Part) => {
    if (seen.has(part)) return;
    seen.add(part);
    for (const provider of listed<Type>(part, 'providers')) {
      if (typeof provider === 'function' && Reflect.hasMetadata(RESOLVER, provider)) {
        found.add(provider);
      }
    }
    for (const inner of listed<Part>(part, 'imports')) visit(inner);
  };
  for (const feature of features) visit(feature);
  return [...found];
}

/** What a module lists under `key`, by its decorator and, if it is made with parameters, beside it. */
function listed<T>(part: Part, key: 'imports' | 'providers'): T[] {
  const module = 'module' in part ? part.module : part;
  const beside = 'module' in part ? part[key] : [];
  return [...((Reflect.getMetadata(key, module) as T[]) ?? []), ...((beside ?? []) as T[])];
}
