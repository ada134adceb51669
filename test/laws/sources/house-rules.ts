import type { SourceFile } from '../../support/repository.js';

/** A rule about single lines of code, with examples that it must report or accept. */
export interface LineRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Files in which the pattern is allowed. */
  readonly except?: RegExp;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

const TESTS = /^test\/|\.spec\.ts$/;
const PLAIN_SCRIPTS = /^apps\/cli\/[\w-]+\.mjs$|^apps\/web\/([\w.-]+\.(mjs|ts)|build\/.*)$/;
const either = (...patterns: RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'));

export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'no forwardRef: break cycles with an event or by moving the class',
    pattern: /\bforwardRef\b/,
    except: TESTS,
    bad: ['@Inject(forwardRef(() => Groups))', "import { forwardRef } from '@nestjs/common';"],
    good: ['<Button ref={forwarded}>', 'const forward = ref;'],
  },
  {
    name: 'only the configuration reads the environment',
    pattern:
      /\bprocess\.env\b|\bprocess\[['"]env['"]\]|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from 'node:process'/,
    except: either(/^libs\/kernel\/config\.ts$/, /^apps\/cli\/environment\.mjs$/, TESTS),
    bad: ["const port = process.env['PORT'];", 'if (process.env.NODE_ENV) return;'],
    good: ['const { port } = this.config;', 'readConfig(env: NodeJS.ProcessEnv)'],
  },
  {
    name: 'no injected repositories: use Database and access',
    pattern: /@InjectRepository\b|@InjectDataSource\b|@InjectEntityManager\b/,
    bad: ['constructor(@InjectRepository(Channel) private readonly channels) {}'],
    good: ['this.db.repo(Channel)'],
  },
  {
    name: 'no WeakMap of viewers: cache with PerViewerCache, which ends with the request',
    pattern: /\bWeakMap<Viewer\b/,
    bad: ['private readonly loaders = new WeakMap<Viewer, Loaders>();'],
    good: [
      'private readonly loaders = new PerViewerCache<Loaders>();',
      'new WeakMap<Request, Asked>()',
    ],
  },
  {
    name: 'no console: the logger writes only allowed fields',
    pattern: /\bconsole\s*\.\s*\w+/,
    except: either(TESTS, PLAIN_SCRIPTS),
    bad: ['console.log(person);', 'console .error(error)'],
    good: ["this.logger.warn('late')", 'the console of the operator'],
  },
  {
    name: 'only Clock reads the time, so that tests can move it',
    pattern: /\bDate\.now\(\)|\bnew Date\(\)/,
    except: either(/^libs\/kernel\/clock\.ts$/, TESTS, PLAIN_SCRIPTS, /^apps\/web\//),
    bad: ['if (Date.now() > end) return;', 'row.endsAt = new Date();'],
    good: ['this.clock.now()', 'new Date(row.endsAt)', 'performance.now()'],
  },
  {
    name: 'no outgoing requests: user input must not make the server connect anywhere',
    pattern:
      /\bfetch\(|\bhttps?\.(request|get)\(|from '(node:)?(https|http2|tls|dgram|dns)(\/promises)?'|from '(undici|axios|got|node-fetch|open-graph-scraper|link-preview-js)'|import \{[^}]*\b(request|get)\b[^}]*\} from '(node:)?http'/,
    except: either(TESTS, PLAIN_SCRIPTS, /^apps\/web\//, /^test\//),
    bad: [
      'const page = await fetch(link);',
      "import https from 'node:https';",
      "import { request } from 'node:http';",
      "import { Agent } from 'undici';",
      'http.get(link, read);',
    ],
    good: ["import type { IncomingMessage } from 'node:http';", 'this.cacheExchange.prefetched()'],
  },
  {
    name: 'no global modules except configuration and database',
    pattern: /@Global\(|\bglobal: true\b/,
    except: /^libs\/(kernel\/kernel|database\/database)\.module\.ts$/,
    bad: ['@Global()', 'return { module: Mail, global: true };'],
    good: ['@Module({})', 'const isGlobal = false;'],
  },
  {
    name: 'only migrations change tables',
    pattern: /\bsynchronize: true\b|\.synchronize\(/,
    bad: ['synchronize: true,', 'await source.synchronize();'],
    good: ['synchronize: false,'],
  },
  {
    name: 'no skipped or exclusive tests',
    pattern: /\b(it|test|describe)\.(only|skip|todo|failing)\b|\b[xf](it|describe)\(/,
    bad: ["test.skip('later', () => {})", "describe.only('this', () => {})", "xit('no', f)"],
    good: ["test.each([1, 2])('%s', (n) => {})", "test('skip links work', () => {})"],
  },
  {
    name: 'no suppressed compiler errors',
    pattern: /@ts-(ignore|nocheck)\b/,
    bad: ['// @ts-ignore', '/* @ts-nocheck */'],
    good: ['// @ts-expect-error: a bad value on purpose'],
  },
  {
    name: 'no TODO comments: open an issue',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    bad: ['// TODO: later', '/* FIXME */'],
    good: ['// A todo of the person is a task.'],
  },
];

/** Returns the violations of a rule in a file, as `path:line rule`. */
export function lineViolations(rule: LineRule, { path, text }: SourceFile): string[] {
  if (rule.except?.test(path)) return [];
  return text.split('\n').flatMap((line, at) => {
    return rule.pattern.test(line) ? [`${path}:${at + 1} ${rule.name}`] : [];
  });
}

/** Returns the paths that are barrel files of a library. */
export const barrelFiles = (paths: readonly string[]) =>
  paths.filter((path) => /^libs\/(.*\/)?index\.ts$/.test(path));

const ENTITY = /^libs\/([^/]+)\/.*\.entity\.ts$/;

/** Returns the library that owns each entity class. */
export function entityOwners(files: readonly SourceFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of files) {
    const lib = ENTITY.exec(path)?.[1];
    if (!lib) continue;
    for (const [, name] of text.matchAll(/^export (?:abstract )?class (\w+)/gm)) {
      found.set(name!, lib);
    }
  }
  return found;
}

/**
 * Returns uses of another library's repository. A library must use the owner's service or read through AccessService.
 */
export function foreignRepositories(
  files: readonly SourceFile[],
  owned = entityOwners(files),
): string[] {
  return files.flatMap(({ path, text }) => {
    const lib = /^libs\/([^/]+)\//.exec(path)?.[1];
    if (!lib) return [];
    const names = [...text.matchAll(/\brepo\(\s*(\w+)/g)].map(([, name]) => name!);
    const strange = names.filter((name) => owned.has(name) && owned.get(name) !== lib);
    return strange.map((name) => `${path} repo(${name}) of ${owned.get(name)}`);
  });
}
