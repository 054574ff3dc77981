import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Who may depend on whom: docs/decisions/0001-one-direction.md. Each box knows only those to its left. */
const depConstraints = [
  { sourceTag: 'type:model', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:model'] },
  { sourceTag: 'type:parser', onlyDependOnLibsWithTags: ['type:model', 'type:kit'] },
  { sourceTag: 'type:validate', onlyDependOnLibsWithTags: ['type:model', 'type:kit'] },
  { sourceTag: 'type:loader', onlyDependOnLibsWithTags: ['type:model', 'type:kit', 'type:validate'] },
  { sourceTag: 'type:synthetic', onlyDependOnLibsWithTags: ['type:model', 'type:kit', 'type:parser'] },
  {
    sourceTag: 'type:target',
    onlyDependOnLibsWithTags: ['type:model', 'type:kit', 'type:parser', 'type:validate', 'type:loader'],
  },
  // Other systems embed it, so it brings nothing of ours along.
  { sourceTag: 'type:client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.nx/**',
      '**/__fixtures__/**',
      '**/schemas/**',
      // Made from a document, in another hand.
      '**/openapi.generated.ts',
      // Templates of files to be, with placeholders in them.
      'tools/generators/src/*/files/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: ['^.*/(tsup|vitest)\\.shared(\\.js)?$'], banTransitiveDependencies: false, depConstraints },
      ],
      // Interfaces stand where a reader meets them; `type` where a schema or a union makes it.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The strict set forbids `!`; in hot loops over known indexes a plain `as` says the same.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.test.ts', '**/testing.ts', '**/testing/**/*.ts'],
    rules: {
      // Tests assert on what may be absent; a wrong guess fails the test, which is the point.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@nx/enforce-module-boundaries': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
  prettier,
);
