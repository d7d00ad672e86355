import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import typescript from 'typescript-eslint'

const words = String.raw`/\p{L}/u`
const spokenAttributes =
  '/^(aria-label|aria-description|aria-placeholder|aria-roledescription|aria-valuetext|title|placeholder|alt|label|description|textValue)$/'
const catalogue = 'Words that the editor sees belong in renderer/i18n, so that they can be translated.'

/** Literal text in JSX, as a child or as an attribute that is shown or spoken. */
const literalText = [
  `JSXText[value=${words}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${words}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${words}]`,
  `JSXAttribute[name.name=${spokenAttributes}] > Literal[value=${words}]`,
  `JSXAttribute[name.name=${spokenAttributes}] > JSXExpressionContainer > Literal[value=${words}]`,
  `JSXAttribute[name.name=${spokenAttributes}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${words}]`,
].map((selector) => ({ selector, message: catalogue }))

const onlyRegister = 'Only electron/ipc/register.ts listens to windows: it checks the sender and parses what came.'

export default typescript.config(
  { ignores: ['dist/', 'release/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  {
    // A rule that is wrong somewhere is mended here, for everybody, not switched off in a comment.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Spreading a string into code points is what the language code means to do.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // An interface may ask for a promise where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': ['error', { paths: ['electron'] }],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcMain', 'default'], message: onlyRegister }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "ImportNamespaceSpecifier[parent.source.value='electron']", message: onlyRegister },
      ],
    },
  },
  { files: ['electron/ipc/register.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['electron/preload/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|fs|path|os|child_process)', message: 'The preload is sandboxed: no Node.' }] },
      ],
    },
  },
  { files: ['storage/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ['error', ...literalText] },
  },
  { files: ['renderer/i18n/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Tests drive Electron from outside and look at whatever it exports.
    files: ['tests/**/*.{ts,tsx}', 'build/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
)
