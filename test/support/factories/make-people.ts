import { sessionCookieName } from '#access/session-cookie.js';
import { AccountsService } from '#members/accounts.service.js';
import { type Account, Standing } from '#members/account.entity.js';
import { DutyName } from '#members/duty.entity.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { DAY } from '#kernel/clock.js';
import type { TestApp } from '../app/app.js';

interface KindOfPerson {
  readonly standing: Standing;
  readonly duties?: readonly DutyName[];
  readonly isOnProbation?: boolean;
}
const { vet, moderate, support, audit, administer } = DutyName;
const member = Standing.member;

/**
 * Standing and duties of each kind of test person. Stewards and outsiders are plain members here: group factories give
 * them their role.
 */
const KINDS = {
  member: { standing: member },
  steward: { standing: member },
  outsider: { standing: member },
  probation: { standing: member, isOnProbation: true },
  moderator: { standing: member, duties: [vet, moderate] },
  supporter: { standing: member, duties: [support] },
  applicant: { standing: Standing.applicant },
  suspended: { standing: Standing.suspended },
  locked: { standing: Standing.locked },
  former: { standing: Standing.former },
  guest: { standing: Standing.guest },
  auditor: { standing: Standing.staff, duties: [audit] },
  administrator: { standing: Standing.staff, duties: [administer] },
} satisfies Record<string, KindOfPerson>;

export type PersonKind = keyof typeof KINDS;

/** The hash of a password that nobody knows. `setTestPassword` replaces it by the test password. */
const UNKNOWN =
  '$argon2id$v=19$m=19456,t=2,p=1$zQef2Ol61fvefPmFaPwQpA$n4xYFeSb07PEm05RYqEGa8SKAggV8RVboPO8T3n8eAU';

/** A signed-in test person. */
export interface Person {
  readonly app: TestApp;
  readonly name: string;
  readonly kind: PersonKind;
  readonly accountId: string;
  readonly sessionId: string;
  /** The Cookie header of the person's browser. */
  readonly cookie: string;
  readonly email: string;
}

export type PeopleByName<N extends string> = Readonly<Record<N, Person>>;

/**
 * Creates people with an account and a session each, through the services: `makePeople(app, { ada: 'member', eve: 'outsider'
 * })`.
 */
export async function makePeople<N extends string>(
  app: TestApp,
  people: Readonly<Record<N, PersonKind>>,
): Promise<PeopleByName<N>> {
  const made: Partial<Record<N, Person>> = {};
  for (const [name, kind] of Object.entries<PersonKind>(people)) {
    made[name as N] = await makePerson(app, name, kind);
  }
  return made as PeopleByName<N>;
}

/** Creates one person. `account` overrides the account's defaults for this kind of person. */
export async function makePerson(
  app: TestApp,
  name: string,
  kind: PersonKind,
  account: Partial<Account> = {},
): Promise<Person> {
  const { standing, duties = [], isOnProbation = false }: KindOfPerson = KINDS[kind];
  const isIn = standing === member || standing === Standing.suspended;
  const email = account.email ?? `${name}.${crypto.randomUUID()}@trama.example`;
  const now = app.clock.now();
  const { id: accountId } = await app.get(AccountsService).create({
    ...(standing === Standing.guest
      ? null
      : { email, emailConfirmedAt: now, passwordHash: UNKNOWN }),
    standing,
    language: 'es',
    memberSince: isIn ? app.clock.in(isOnProbation ? -DAY : -60 * DAY) : null,
    probationEndsAt: isIn ? app.clock.in(isOnProbation ? 29 * DAY : -30 * DAY) : null,
    suspendedUntil: standing === Standing.suspended ? app.clock.in(DAY) : null,
    ...account,
  });
  for (const duty of duties) await app.get(AccountsService).grantDuty(accountId, duty);
  return { ...(await signInBrowser(app, accountId)), app, name, kind, accountId, email };
}

/** Signs the person in again after the session has ended. */
export const signInAgain = async (who: Person): Promise<Person> => ({
  ...who,
  ...(await signInBrowser(who.app, who.accountId)),
});

/** Signs an account in with another browser. */
export async function signInBrowser(app: TestApp, accountId: string, label = 'Firefox · Linux') {
  const { token, session } = await app.get(SessionsService).open(accountId, label);
  return { sessionId: session.id, cookie: `${sessionCookieName(app.config)}=${token}` };
}
