import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isIpNetwork } from './client-network.js';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The URL under which browsers reach the instance, without a trailing slash. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Trusted reverse proxies: none, their number, or their networks. */
  readonly trustProxy: false | number | readonly string[];
  readonly dataDir: string;
  /** The file of the key that seals data in the database; created at the first start. */
  readonly sealKeyFile: string;
  /** The folder for the head of the audit chain, appended every quarter of an hour. It should be on another machine. */
  readonly auditHeadDir: string;
  /** If unset, the embedded PostgreSQL of the data folder is used. */
  readonly databaseUrl: string | undefined;
  /** Whether PostgreSQL may run without fsync; for tests only. */
  readonly mayLoseData: boolean;
  /** If unset, this is the only node. */
  readonly redisUrl: string | undefined;
  readonly hasWorker: boolean;
  /** If unset, mails are written to `<data>/outbox`. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Time limit for each response of the mail server, in milliseconds. */
  readonly smtpTimeoutMs: number;
  readonly webDir: string;
  readonly isDemo: boolean;
  readonly hasTrustedDocuments: boolean;
  readonly logLevel: string;
  readonly poolSize: number;
  /** A connection that waits for a response of PostgreSQL counts as lost after so many milliseconds without a byte. */
  readonly databaseSilenceMs: number;
  /**
   * Maximum number of waiting password hashes, once for requests without a session and once for requests of accounts.
   */
  readonly hashingQueue: number;
  readonly uploadSeconds: number;
}

/**
 * Thrown when the configuration is invalid; the process does not start. `problems` names variables and reasons, never
 * values.
 */
export class InvalidConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Configuration:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Parses the environment once into a frozen, typed configuration. Throws InvalidConfigError. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const port = number(env, 'PORT', 3000, problems, 0, 65_535);
  const origin = originOf(env['TRAMA_ORIGIN'] ?? `http://127.0.0.1:${port}`, problems);
  const dataDir = resolve(env['TRAMA_DATA_DIR'] ?? '.trama');
  const config: Config = {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    origin,
    isSecure: origin.startsWith('https:'),
    trustProxy: proxies(env, problems),
    dataDir,
    sealKeyFile: resolve(env['TRAMA_SEAL_KEY_FILE'] || join(dataDir, 'seal.key')),
    auditHeadDir: resolve(env['TRAMA_AUDIT_HEAD_DIR'] || join(dataDir, 'audit-heads')),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], problems),
    mayLoseData: flag(env, 'TRAMA_MAY_LOSE_DATA', false, problems),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:'], problems),
    hasWorker: flag(env, 'TRAMA_WORKER', true, problems),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:'], problems),
    smtpTimeoutMs: number(env, 'TRAMA_SMTP_TIMEOUT_MS', 10_000, problems, 500, 60_000),
    mailFrom: env['MAIL_FROM'] ?? 'trama@localhost',
    webDir: resolve('dist/web'),
    isDemo: flag(env, 'TRAMA_DEMO', false, problems),
    hasTrustedDocuments: flag(env, 'TRAMA_TRUSTED_DOCUMENTS', false, problems),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    poolSize: number(env, 'TRAMA_POOL_SIZE', 10, problems, 3, 200),
    databaseSilenceMs: number(env, 'TRAMA_DATABASE_SILENCE_MS', 5_000, problems, 500, 60_000),
    hashingQueue: number(env, 'TRAMA_HASHING_QUEUE', 100, problems, 1, 10_000),
    uploadSeconds: number(env, 'TRAMA_UPLOAD_SECONDS', 60, problems, 1, 600),
  };
  checkDemo(config, problems);
  checkSmtp(config, problems);
  if (env['NODE_ENV'] === 'production') {
    checkSealKey(config, problems);
    checkProxy(config, env, problems);
  }
  if (problems.length > 0) throw new InvalidConfigError(problems);
  return Object.freeze(config);
}

const isMadeByDemo = ({ dataDir }: Config) => existsSync(join(dataDir, 'made-by-demo'));

/**
 * Checks the demo world: its passwords are public, so it must listen on loopback only and never use a folder with data
 * of real people.
 */
function checkDemo(config: Config, problems: string[]): void {
  const isMarked = isMadeByDemo(config);
  if (config.isDemo && !isMarked) {
    problems.push('TRAMA_DATA_DIR: the demo runs only in a folder that it made');
  }
  if (!config.isDemo && !isMarked) return;
  if (!LOOPBACK.has(config.host)) problems.push('HOST: the demo listens on loopback only');
  if (!LOOPBACK.has(hostOf(config.origin))) {
    problems.push('TRAMA_ORIGIN: the demo is reached on loopback only');
  }
}

/** Refuses options in the SMTP URL, because they could turn TLS off or accept any certificate. */
function checkSmtp({ smtpUrl }: Config, problems: string[]): void {
  if (!smtpUrl || !URL.canParse(smtpUrl)) return;
  const names = [...new URL(smtpUrl).searchParams.keys()];
  if (names.some((name) => /tls/i.test(name))) {
    problems.push('SMTP_URL: no options about TLS; it is required unless the host is private');
  }
}

/**
 * Refuses a seal key inside the data folder, because it would open every copy of the folder. Only the demo may have one
 * there.
 */
function checkSealKey(config: Config, problems: string[]): void {
  const isInside = !relative(config.dataDir, config.sealKeyFile).startsWith('..');
  if (isInside && !isMadeByDemo(config)) {
    problems.push(
      'TRAMA_SEAL_KEY_FILE: keep the key outside the data folder, and out of its backups',
    );
  }
}

/** Requires a proxy setting: behind a proxy that is not configured, all requests would have the proxy's IP address. */
function checkProxy({ isSecure }: Config, env: Env, problems: string[]): void {
  if (isSecure && !env['TRAMA_TRUST_PROXY']) {
    problems.push(
      'TRAMA_TRUST_PROXY: say how many proxies stand in front, or their networks; 0 for none',
    );
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).hostname : '');

function originOf(text: string, problems: string[]): string {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = parsed && parsed.origin !== 'null' && parsed.origin === text.replace(/\/$/, '');
  if (!isOrigin) problems.push('TRAMA_ORIGIN: not an origin like https://trama.example');
  else if (parsed.protocol === 'http:' && !LOOPBACK.has(parsed.hostname)) {
    problems.push('TRAMA_ORIGIN: http is for loopback only; use https');
  }
  return parsed?.origin ?? text;
}

type Env = NodeJS.ProcessEnv;

function number(
  env: Env,
  name: string,
  byDefault: number,
  problems: string[],
  min: number,
  max: number,
) {
  const value = Number(env[name] ?? byDefault);
  if (!Number.isInteger(value) || value < min || value > max) {
    problems.push(`${name}: not a whole number from ${min} to ${max}`);
  }
  return value;
}

function flag(env: Env, name: string, byDefault: boolean, problems: string[]): boolean {
  const text = env[name] ?? '';
  if (text === '') return byDefault;
  if (['1', 'on', 'true'].includes(text)) return true;
  if (!['0', 'off', 'false'].includes(text)) problems.push(`${name}: use 1 or 0`);
  return false;
}

const NONE = ['', '0', 'off', 'false'];
const ONE = ['on', 'true'];

/** Small numbers such as `1` count proxies; anything else is a list of IP addresses and CIDR networks. */
function proxies(env: Env, problems: string[]): Config['trustProxy'] {
  const text = (env['TRAMA_TRUST_PROXY'] ?? '').trim();
  if (NONE.includes(text)) return false;
  if (ONE.includes(text)) return 1;
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((one) => one.trim());
  if (networks.every(isIpNetwork)) return networks;
  problems.push('TRAMA_TRUST_PROXY: use a number from 0 to 9, or networks like 10.0.0.0/8,::1');
  return false;
}

function url(env: Env, name: string, protocols: string[], problems: string[]): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  const isGood = URL.canParse(text) && protocols.includes(new URL(text).protocol);
  if (!isGood) problems.push(`${name}: not an address that starts with ${protocols.join(' or ')}`);
  return text;
}
