import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Generates types for the GraphQL documents beside the components, from the committed schema. Types only: the document
 * itself stays in the chunk of the page that sends it.
 */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/gql/**'],
  silent: true,
  generates: {
    'apps/web/src/gql/types.ts': {
      plugins: ['typescript-operations'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: true,
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string' },
      },
    },
    'test/support/gql/schema.ts': {
      plugins: ['test/support/app/schema-types.mjs'],
    },
    'apps/web/src/gql/trusted-documents.json': {
      plugins: ['apps/web/build/trusted-documents.mjs'],
    },
  },
};

export default config;
