import { AccessService } from '#access/access.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AdmissionService } from '#vetting/decisions/admission.service.js';
import { Application } from '#vetting/applications/application.entity.js';
import { ClaimsService } from '#vetting/reviews/claims.service.js';
import { Decide } from '#vetting/decisions/decide.js';
import { Review } from '#vetting/reviews/review.entity.js';
import { ReviewsService } from '#vetting/reviews/reviews.service.js';
import {
  type Mutant,
  ofMethod,
  ofRule,
  ofSql,
  ofTie,
  ofView,
  replaced,
  type Rule,
  together,
  withoutLocks,
  withoutRefusal,
} from '../models/mutants.js';
import type { ThemeName } from './vetting-themes.js';

const VOUCHES: readonly Mutant[] = [
  ofMethod('no vouch is needed', AdmissionService, 'of', async (was, args) => ({
    ...((await was(...args)) as object),
    vouchesCounted: 9,
  })),
  ofSql(
    'a vouch of somebody on probation counts',
    /and \(m\.probation_ends_at is null or m\.probation_ends_at <= \$2\)/,
    'and $2::timestamptz is not null',
  ),
  ofSql(
    'a vouch of somebody suspended counts',
    /and m\.standing = 'member'(?=\s+and \(m\.prob)/,
    '',
  ),
  ofSql('a vouch taken back counts', /v\.withdrawn_at is null and (?=v\.created_at)/, ''),
  ofSql('a vouch for an earlier application counts', /and v\.created_at >= a\.submitted_at/, ''),
  ofSql(
    'two who came in through each other count as two',
    /array\(\s[^;]*\) as "cameThroughIds"/,
    'array[]::text[] as "cameThroughIds"',
  ),
  together(
    'somebody on probation may vouch',
    ofRule('', 'Vouch', 'give', { kind: 'forbid' }),
    ofRule('', 'Application', 'vouch', { kind: 'forbid' }),
  ),
  ofRule('a reader may vouch in their own case', 'Application', 'vouch', {
    ...{ kind: 'forbid', fact: 'assigneeIds' },
  }),
];

const REVIEWS: readonly Mutant[] = [
  withoutRefusal('nobody has to agree', Decide, 'assertAgreed', 'decision.reviewsDoNotAgree', []),
  withoutRefusal(
    'whoever decides need not stand by it',
    Decide,
    'assertAgreed',
    'review.notConfirmed',
    [],
  ),
  ofSql(
    'a review of somebody suspended counts',
    /(?<=v\.id = r\.reviewer_id) and v\.standing = 'member'/,
    '',
  ),
  ofSql(
    'a review of somebody who vets no more counts',
    /join duty d on d\.account_id = v\.id and d\.name = 'vet'(?=\s+where a\.id = any)/,
    '',
  ),
  ofSql('a review counts for ever', /r\.confirmed_at > \$2/, '$2::timestamptz is not null'),
  ofSql(
    'a review counts whatever was said since',
    /r\.answers_hash = a\.answers_hash as "isCurrent"/,
    'true as "isCurrent"',
  ),
  ofSql(
    'a review counts though a tie came later',
    /and not exists \(\s+select 1 from application_tie t where t\.application_id = a\.id and t\.account_id = r\.reviewer_id\)/,
    '',
  ),
  {
    name: 'one person writes both reviews',
    async takeOut({ db }) {
      const unique = 'review_application_id_reviewer_id_round_key';
      await db.query(`alter table review drop constraint ${unique}`);
      const was = db.repo.bind(db) as (entity: unknown) => object;
      const never = { existsBy: { value: async () => false } };
      const putBack = replaced(db, 'repo', (entity: unknown) =>
        entity === Review ? Object.create(was(entity), never) : was(entity),
      );
      return async () => {
        putBack();
        const added = `add constraint ${unique} unique (application_id, reviewer_id, round)`;
        await db.query(`alter table review ${added}`);
      };
    },
  },
  ofMethod('a review is kept whatever was read', ReviewsService, 'load', (_was, args, app) => {
    const [viewer, id, action] = args as unknown as readonly [Viewer, string, string];
    return app.get(AccessService).load(Application, id, viewer, action);
  }),
  ofMethod('it is decided whatever was read', Decide, 'decide', async (was, args, { db }) => {
    const [viewer, input] = args as unknown as readonly [Viewer, { applicationId: string }];
    const { answersHash } = await db.repo(Application).findOneByOrFail({ id: input.applicationId });
    return was(viewer as never, { ...input, readAs: answersHash.toString('hex') } as never);
  }),
];

/** What is done to a row is asked of the row and of its being seen. */
const ofBoth = (name: string, [one, other]: readonly [string, string], rule: Rule) =>
  together(name, ofRule(name, 'Application', one, rule), ofRule(name, 'Application', other, rule));
const tied = { kind: 'forbid', fact: 'tiedIds' } as const;

/** Whoever decides waits, once everything was asked, for everybody who decides at the same time. */
function sideBySide(): Mutant {
  let deciding = 0;
  const waiting: (() => void)[] = [];
  const goOn = () => {
    if (waiting.length >= deciding) for (const go of waiting.splice(0)) go();
  };
  return together(
    'all decide together',
    ofMethod('they come', Decide, 'decide', async (was, args) => {
      deciding += 1;
      try {
        return await was(...args);
      } finally {
        deciding -= 1;
        goOn();
      }
    }),
    ofMethod('they wait', Decide, 'assertAgreed', async (was, args) => {
      const agreed = await was(...args);
      await new Promise<void>((go) => {
        waiting.push(go);
        goOn();
      });
      return agreed;
    }),
  );
}

const READERS: readonly Mutant[] = [
  ofBoth('whoever is tied decides', ['decide', 'read'], tied),
  ofBoth('whoever is tied takes a seat', ['claim', 'queue'], tied),
  ofBoth('whoever has no seat reviews', ['review', 'read'], {
    ...{ kind: 'allow', fact: 'assigneeIds', keeps: ['stage'] },
  }),
  ofRule('whoever wrote nothing decides', 'Application', 'decide', {
    ...{ kind: 'allow', fact: 'reviewerIds', keeps: ['assigneeIds', 'stage'] },
  }),
  ofRule('the other review is read before one’s own is written', 'Review', 'read', {
    ...{ kind: 'allow', fact: 'reviewerIds', keeps: ['assigneeIds'] },
  }),
  ofMethod('everybody has a seat', ClaimsService, 'assertSeat', async () => undefined),
  ofMethod('a claim never ends', ClaimsService, 'sweep', async () => undefined),
  together('two decide at once', withoutLocks(), sideBySide()),
];

const ofApplicant = (table: string, column: string) =>
  `select s.${column}, a.account_id from ${table} s join application a on a.id = s.application_id`;

const TIES: readonly Mutant[] = [
  ofTie('a vouch', ofApplicant('vouch', 'voucher_id')),
  ofTie('an invitation', ofApplicant('invitation', 'inviter_id')),
  ofTie('a declared conflict', ofApplicant('declared_conflict', 'account_id')),
  ofTie('an alliance', 'select account_id, other_id from ally'),
  ofTie('a separation', 'select low_id, high_id from separation'),
  ofTie(
    'a small group',
    'select m.account_id, o.account_id from membership m join membership o on o.group_id = m.group_id',
  ),
];

const APPEALS: readonly Mutant[] = [
  ofView('those who declined hear the appeal', 'application_tie', (is) =>
    is.replace(/r\.round < a\.round/, 'r.round < 0'),
  ),
  ofRule('a decline is appealed twice', 'Application', 'appeal', {
    ...{ kind: 'forbid', fact: 'wasAppealed' },
  }),
  ofRule('a decline is appealed whenever', 'Application', 'appeal', {
    ...{ kind: 'forbid', fact: 'appealUntil' },
  }),
];

/**
 * Every single check of R1. What is not here is said twice in the product, and one of the two can go without anybody
 * coming in: that reviews of the first round count in it alone (in the second their writers are tied), and that what
 * is decided stays so (nobody is assigned to it any more, and each round has one decision).
 */
export const MUTANTS: Readonly<Record<ThemeName, readonly Mutant[]>> = {
  ...{ vouches: VOUCHES, reviews: REVIEWS, readers: [...READERS, ...TIES], appeals: APPEALS },
  everything: [],
};
