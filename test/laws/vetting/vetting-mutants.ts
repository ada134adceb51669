import { AccessService } from '#access/access.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AdmissionService } from '#vetting/decisions/admission.service.js';
import { Application } from '#vetting/applications/application.entity.js';
import { ClaimsService } from '#vetting/reviews/claims.service.js';
import { DecideApplication } from '#vetting/decisions/decide-application.js';
import { Review } from '#vetting/reviews/review.entity.js';
import { ReviewsService } from '#vetting/reviews/reviews.service.js';
import {
  type Mutant,
  methodMutant,
  ruleMutant,
  sqlMutant,
  conflictMutant,
  viewMutant,
  replaceProperty,
  type RuleSelector,
  combinedMutant,
  lockMutant,
  ignoredRefusalMutant,
} from '../models/product-mutants.js';
import type { VettingThemeName } from './history-themes.js';

const VOUCHES: readonly Mutant[] = [
  methodMutant('no vouches are required', AdmissionService, 'of', async (was, args) => ({
    ...((await was(...args)) as object),
    vouchesCounted: 9,
  })),
  sqlMutant(
    'vouches by members on probation count',
    /and \(m\.probation_ends_at is null or m\.probation_ends_at <= \$2\)/,
    'and $2::timestamptz is not null',
  ),
  sqlMutant(
    'vouches by suspended members count',
    /and m\.standing = 'member'(?=\s+and \(m\.prob)/,
    '',
  ),
  sqlMutant('withdrawn vouches count', /v\.withdrawn_at is null and (?=v\.created_at)/, ''),
  sqlMutant('vouches for an earlier application count', /and v\.created_at >= a\.submitted_at/, ''),
  sqlMutant(
    'two vouchers of whom one admitted the other both count',
    /array\(\s[^;]*\) as "cameThroughIds"/,
    'array[]::text[] as "cameThroughIds"',
  ),
  combinedMutant(
    'members on probation may vouch',
    ruleMutant('', 'Vouch', 'give', { kind: 'forbid' }),
    ruleMutant('', 'Application', 'vouch', { kind: 'forbid' }),
  ),
  ruleMutant('an assigned reviewer may vouch for the applicant', 'Application', 'vouch', {
    ...{ kind: 'forbid', fact: 'assigneeIds' },
  }),
];

const REVIEWS: readonly Mutant[] = [
  ignoredRefusalMutant(
    'a decision needs no agreeing reviews',
    DecideApplication,
    'assertAgreed',
    'decision.reviewsDoNotAgree',
    [],
  ),
  ignoredRefusalMutant(
    'the decider need not confirm their review',
    DecideApplication,
    'assertAgreed',
    'review.notConfirmed',
    [],
  ),
  sqlMutant(
    'reviews by suspended members count',
    /(?<=v\.id = r\.reviewer_id) and v\.standing = 'member'/,
    '',
  ),
  sqlMutant(
    'reviews by members without the duty to vet count',
    /join duty d on d\.account_id = v\.id and d\.name = 'vet'(?=\s+where a\.id = any)/,
    '',
  ),
  sqlMutant('reviews never expire', /r\.confirmed_at > \$2/, '$2::timestamptz is not null'),
  sqlMutant(
    'reviews of an outdated application count',
    /r\.answers_hash = a\.answers_hash as "isCurrent"/,
    'true as "isCurrent"',
  ),
  sqlMutant(
    'reviews count despite a later conflict of interest',
    /and not exists \(\s+select 1 from application_tie t where t\.application_id = a\.id and t\.account_id = r\.reviewer_id\)/,
    '',
  ),
  {
    name: 'one person may write both reviews',
    async takeOut({ db }) {
      const unique = 'review_application_id_reviewer_id_round_key';
      await db.query(`alter table review drop constraint ${unique}`);
      const was = db.repo.bind(db) as (entity: unknown) => object;
      const never = { existsBy: { value: async () => false } };
      const putBack = replaceProperty(db, 'repo', (entity: unknown) =>
        entity === Review ? Object.create(was(entity), never) : was(entity),
      );
      return async () => {
        putBack();
        const added = `add constraint ${unique} unique (application_id, reviewer_id, round)`;
        await db.query(`alter table review ${added}`);
      };
    },
  },
  methodMutant(
    'a review of an outdated application is accepted',
    ReviewsService,
    'load',
    (_was, args, app) => {
      const [viewer, id, action] = args as unknown as readonly [Viewer, string, string];
      return app.get(AccessService).load(Application, id, viewer, action);
    },
  ),
  methodMutant(
    'a decision on an outdated application is accepted',
    DecideApplication,
    'decide',
    async (was, args, { db }) => {
      const [viewer, input] = args as unknown as readonly [Viewer, { applicationId: string }];
      const { answersHash } = await db
        .repo(Application)
        .findOneByOrFail({ id: input.applicationId });
      return was(viewer as never, { ...input, readAs: answersHash.toString('hex') } as never);
    },
  ),
];

/**
 * Drops the rule for two actions at once. Each action also requires the right to read the row, so dropping it for one
 * action would change nothing.
 */
const ofBoth = (name: string, [one, other]: readonly [string, string], rule: RuleSelector) =>
  combinedMutant(
    name,
    ruleMutant(name, 'Application', one, rule),
    ruleMutant(name, 'Application', other, rule),
  );
const tied = { kind: 'forbid', fact: 'tiedIds' } as const;

/** Lets concurrent decisions run in parallel: after its checks, each decision waits for all other decisions. */
function sideBySide(): Mutant {
  let deciding = 0;
  const waiting: (() => void)[] = [];
  const goOn = () => {
    if (waiting.length >= deciding) for (const go of waiting.splice(0)) go();
  };
  return combinedMutant(
    'all deciders run in parallel',
    methodMutant('deciders are counted', DecideApplication, 'decide', async (was, args) => {
      deciding += 1;
      try {
        return await was(...args);
      } finally {
        deciding -= 1;
        goOn();
      }
    }),
    methodMutant(
      'deciders wait for each other',
      DecideApplication,
      'assertAgreed',
      async (was, args) => {
        const agreed = await was(...args);
        await new Promise<void>((go) => {
          waiting.push(go);
          goOn();
        });
        return agreed;
      },
    ),
  );
}

const READERS: readonly Mutant[] = [
  ofBoth('a reviewer with a conflict of interest may decide', ['decide', 'read'], tied),
  ofBoth('a reviewer with a conflict of interest may claim', ['claim', 'queue'], tied),
  ofBoth('a reviewer without a claim may review', ['review', 'read'], {
    ...{ kind: 'allow', fact: 'assigneeIds', keeps: ['stage'] },
  }),
  ruleMutant('a person without a review may decide', 'Application', 'decide', {
    ...{ kind: 'allow', fact: 'reviewerIds', keeps: ['assigneeIds', 'stage'] },
  }),
  ruleMutant('a reviewer may read the other review before writing their own', 'Review', 'read', {
    ...{ kind: 'allow', fact: 'reviewerIds', keeps: ['assigneeIds'] },
  }),
  methodMutant(
    'any number of reviewers may claim',
    ClaimsService,
    'assertSeat',
    async () => undefined,
  ),
  methodMutant('claims never expire', ClaimsService, 'sweep', async () => undefined),
  combinedMutant('concurrent decisions both succeed', lockMutant(), sideBySide()),
];

const ofApplicant = (table: string, column: string) =>
  `select s.${column}, a.account_id from ${table} s join application a on a.id = s.application_id`;

const TIES: readonly Mutant[] = [
  conflictMutant('a vouch', ofApplicant('vouch', 'voucher_id')),
  conflictMutant('an invitation', ofApplicant('invitation', 'inviter_id')),
  conflictMutant('a declared conflict', ofApplicant('declared_conflict', 'account_id')),
  conflictMutant('an alliance', 'select account_id, other_id from ally'),
  conflictMutant('a separation', 'select low_id, high_id from separation'),
  conflictMutant(
    'a small group',
    'select m.account_id, o.account_id from membership m join membership o on o.group_id = m.group_id',
  ),
];

const APPEALS: readonly Mutant[] = [
  viewMutant('the decliners may decide the appeal', 'application_tie', (is) =>
    is.replace(/r\.round < a\.round/, 'r.round < 0'),
  ),
  ruleMutant('a decline may be appealed twice', 'Application', 'appeal', {
    ...{ kind: 'forbid', fact: 'wasAppealed' },
  }),
  ruleMutant('a decline may be appealed after the deadline', 'Application', 'appeal', {
    ...{ kind: 'forbid', fact: 'appealUntil' },
  }),
];

/**
 * One mutant for each check of rule R1. Two checks have no mutant because another check covers them. First, reviews of
 * the first round do not count in the second round: their authors then have a conflict of interest. Second, a decided
 * application stays decided: it has no assignees, and each round has one decision.
 */
export const VETTING_MUTANTS: Readonly<Record<VettingThemeName, readonly Mutant[]>> = {
  ...{ vouches: VOUCHES, reviews: REVIEWS, readers: [...READERS, ...TIES], appeals: APPEALS },
  everything: [],
};
