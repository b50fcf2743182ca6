// The schema as a common GraphQL linter sees it: descriptions everywhere, no dead types, names as usual, Relay lists.
import graphql from '@graphql-eslint/eslint-plugin';

export default [
  {
    files: ['**/*.graphqls'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/graphql/*.graphqls' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // One sentence stands inline, more than one in a block.
      '@graphql-eslint/description-style': 'off',
      // What can be fetched again has an id (Node); the rest are values.
      '@graphql-eslint/strict-id-in-types': 'off',
      // A list of values is a list; what is paged is a connection.
      '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
      // Forward paging is enough where nobody pages backwards.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/require-description': ['error', {
        types: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        EnumValueDefinition: true,
        DirectiveDefinition: true,
        rootField: true,
      }],
    },
  },
];
