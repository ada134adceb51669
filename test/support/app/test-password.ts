import { AccountsService } from '#members/accounts.service.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import type { TestApp } from './app.js';
import { sendJson } from './client.js';

/** Password of every test account. */
export const TEST_PASSWORD = 'río-lento-piedra-clara';

let hash: Promise<string> | undefined;

/**
 * Sets the test password on accounts. Each Jest worker hashes the password once, because module state outlives a test
 * file (ADR 29).
 */
export async function setTestPassword(
  app: TestApp,
  ...people: readonly { accountId: string }[]
): Promise<void> {
  hash ??= app.get(PasswordsService).hash(TEST_PASSWORD);
  const passwordHash = await hash;
  for (const { accountId } of people) {
    await app.get(AccountsService).update(accountId, { passwordHash });
  }
}

/** The cookies of one browser. Stores cookies from responses and sends them with the next request. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  constructor(readonly app: TestApp) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(name: string): string | undefined {
    return this.cookies.get(name);
  }

  set(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  async signIn(email: string, password = TEST_PASSWORD): Promise<Response> {
    return this.keep(await sendJson(this, '/auth/sign-in', { email, password }));
  }

  async signOut(): Promise<Response> {
    return this.keep(await sendJson(this, '/auth/sign-out', {}));
  }
}
