import { writeFile } from 'node:fs/promises';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { featureModules } from '../api/features.js';
import { type Command, UsageError } from './command.js';
import { moduleClassesOf } from './endpoints/module-classes.js';

const RESOLVER = 'graphql:resolver_type';
const isResolver = (type: Type) => Reflect.hasMetadata(RESOLVER, type);
const HEADER = '# Made by `npm run schema`. Do not edit.\n\n';

/** Writes the GraphQL schema of the code. Needs no database. */
export const schemaCommand: Command = {
  words: 'schema',
  help: 'writes the GraphQL schema to a file',
  async run([file]) {
    if (!file) throw new UsageError('schema <file>');
    const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
      logger: false,
    });
    const schema = await app
      .get(GraphQLSchemaFactory)
      .create(moduleClassesOf(featureModules).filter(isResolver));
    await writeFile(file, `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`);
  },
};
