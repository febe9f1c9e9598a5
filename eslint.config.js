import { configs as lit } from 'eslint-plugin-lit';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Says which imports files may not have: `patterns` are matched against the text of the import. */
const imports = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** Imports point one way: widget → locales and server/contract; server → locales. */
const importDirection = [
  imports(
    ['widget/*.ts'],
    {
      regex: String.raw`^(?!\./|\.\./locales/(?!build/)|\.\./server/contract/|lit$|lit/|@lit/localize$)`,
      message: 'The element imports only locales/, server/contract/, lit and @lit/localize.',
    },
    {
      regex: String.raw`^\.\./server/contract/.*-schema\.ts$`,
      allowTypeImports: true,
      message: 'Schemas bring zod, which the element may not carry: use `import type`.',
    },
  ),
  imports(['widget/build/**/*.ts'], {
    regex: String.raw`^\.\./(?!\.\./)`,
    message: 'The build is Node code: it reads the element as files and never runs it.',
  }),
  imports(
    ['server/**/*.ts'],
    {
      regex: String.raw`^(\.\./)+(widget|test)/`,
      message: 'Nothing but widget/ and test/ imports widget/, and nothing imports test/.',
    },
    { regex: '^@?lit(/|$)', message: 'The service writes its pages with hono/html.' },
  ),
  imports(['server/contract/**/*.ts'], {
    regex: String.raw`^(?!\./|zod$)`,
    message: 'The contract stands by itself: only zod and its own files.',
  }),
  imports(['locales/*.ts'], {
    regex: String.raw`^(?!\./|@lit/localize$)`,
    message: 'Words stand by themselves: only @lit/localize and their own files.',
  }),
  imports(['locales/*/*.ts'], {
    regex: String.raw`^(?!\.\.?/[^.]|@lit/localize$)`,
    message: 'Words stand by themselves: only @lit/localize and their own files.',
  }),
  imports(['locales/build/*.ts'], {
    regex: String.raw`^(?!\.\.?/[^.]|node:|@lit/localize-tools/)`,
    message: 'The build of the words needs only Node and @lit/localize-tools.',
  }),
];

/** What a file in the browser may not touch, so that the promises to visitors hold. */
const visitorPromises = {
  files: ['widget/*.ts'],
  extends: [lit['flat/all']],
  rules: {
    'no-console': 'error',
    'no-restricted-globals': [
      'error',
      ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) => ({
        name,
        message: 'Nothing is stored on the visitor’s device.',
      })),
    ],
    'no-restricted-properties': [
      'error',
      ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie'].map((property) => ({
        property,
        message: 'Nothing is stored on the visitor’s device.',
      })),
      ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
        property,
        message: 'Strict sites allow only templates (Trusted Types).',
      })),
    ],
    // Decorators cost bytes.
    'lit/prefer-query-decorators': 'off',
    // Templates are functions of their own here, with no method to pass.
    'lit/no-template-arrow': 'off',
    'lit/no-template-map': 'off',
  },
};

const tests = {
  files: ['test/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      ...['describe', 'it', 'suite', 'test', 'context'].map((object) => ({
        object,
        property: 'only',
        message: 'It would silence every other test.',
      })),
    ],
    // `describe` and `it` of node:test return promises that the runner waits for.
    '@typescript-eslint/no-floating-promises': [
      'error',
      {
        allowForKnownSafeCalls: [
          { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
        ],
      },
    ],
  },
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/']),
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Leaving a property out is written `const { comment: _, ...rest } = response`.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Spreading a text into code points is how both sides count characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['{widget,server,locales}/**/*.ts'],
    rules: { 'max-lines': ['error', 250] },
  },
  importDirection,
  visitorPromises,
  tests,
  {
    // chai's assertions are expressions, and tests replace methods of the window and put them back.
    files: ['test/widget/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
