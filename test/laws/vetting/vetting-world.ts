import { AccessService } from '#access/access.service.js';
import { DAY } from '#kernel/clock.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import type { Permitted } from '#access/permitted.js';
import { Application } from '#vetting/applications/application.entity.js';
import { Review } from '#vetting/reviews/review.entity.js';
import { ApplicationStatusService } from '#vetting/applications/application-status.service.js';
import type { TestApp } from '../../support/app/app.js';
import type { Verdict, TestedWorld } from '../models/model-steps.js';
import {
  type VettingAct,
  MEMBER_NUMBERS,
  ON_PROBATION,
  PROBATION_LEFT_MS,
  JOINED_THROUGH,
  REVIEWER_NUMBERS,
} from './vetting-acts.js';
import type { VettingPeople } from './vetting-world-data.js';
import { performVettingAct, tryToDecide, loadVettingViewer } from './perform-vetting-act.js';
import type { VettingModel } from './vetting-model.js';
import { mayDecide } from './expected-verdicts.js';

/** The product's database with the applicant and ten other people. */
export class VettingWorld implements VettingPeople, TestedWorld<VettingAct, VettingModel> {
  readonly people: string[] = [];
  readonly hashes: string[] = [];
  applicant = '';
  applicationId = '';
  private start = 0;

  constructor(readonly app: TestApp) {}

  async begin(): Promise<this> {
    this.start = this.app.clock.now().getTime();
    this.setTime(0);
    for (const who of [...REVIEWER_NUMBERS, ...MEMBER_NUMBERS])
      this.people.push(await this.member(who));
    for (const { who, through, by } of JOINED_THROUGH) await this.letIn(who, through, by);
    const applicant = { standing: Standing.applicant, language: 'es' } as const;
    this.applicant = (await this.app.get(AccountsService).create(applicant)).id;
    expect(await performVettingAct(this, { op: 'applyAgain' })).toBe('ok');
    const [row] = await this.app.db.query<{ id: string }>(
      'select id from application where account_id = $1',
      [this.applicant],
    );
    this.applicationId = row!.id;
    await performVettingAct(this, { op: 'need', vouches: 2 });
    return this;
  }

  /** The clock stands still between two acts, so that a deadline is clearly met or missed. */
  setTime(now: number): void {
    const at = this.start + now;
    this.app.clock.now = () => new Date(at);
  }

  perform(act: VettingAct): Promise<Verdict> {
    return performVettingAct(this, act);
  }

  async end(): Promise<void> {
    const { db } = this.app;
    const ids = [[...this.people, this.applicant]];
    await db.query('delete from decision where account_id = any($1)', ids);
    await db.query('delete from membership where account_id = any($1)', ids);
    await db.query('delete from account where id = any($1)', ids);
  }

  /** Compares the visible state with the model. */
  async expectAs(model: VettingModel): Promise<void> {
    expect(await this.seen()).toEqual(seenBy(model));
  }

  /**
   * Compares who may decide (by trying it) and who may read which review, for one author of a review and one other
   * person.
   */
  async expectRightsAs(model: VettingModel): Promise<void> {
    const then = model.copy();
    then.endClaims();
    const { reviews, round, now } = then.facts;
    const ofRound = reviews.filter((one) => one.round === round);
    const one = (now / 1_000) % 5;
    for (const who of new Set([...ofRound.map(({ by }) => by), one])) {
      const says = then.agreed() ?? 'accept';
      const act = { op: 'decide', who, says, isStale: false } as const;
      const verdict = await tryToDecide(this, act);
      expect({ who, says, verdict }).toEqual({ who, says, verdict: mayDecide(then, act) });
    }
    if (ofRound.length === 0) return;
    const isIn = then.mayRead(one) && then.ownReview(one) !== undefined;
    const reads = await this.reviewsReadBy(one);
    expect({ one, reads }).toEqual({ one, reads: isIn ? ofRound.length : 0 });
  }

  private async seen() {
    const row = { id: this.applicationId };
    const application = (await this.app.db
      .repo(Application)
      .findOneByOrFail(row)) as Permitted<Application>;
    const hash = application.answersHash.toString('hex');
    if (this.hashes.at(-1) !== hash) this.hashes.push(hash);
    const { stage, round } = application;
    const { state } = await this.app.get(ApplicationStatusService).of(application);
    return { stage, round, state, ...(await this.rows()) };
  }

  private async rows() {
    const [row] = await this.app.db.query<{
      standing: string;
      claims: string[];
      reviews: { by: string }[];
      decisions: string[];
    }>(
      `select (select standing from account where id = a.account_id) as standing,
        array(select account_id::text from claim where application_id = a.id) as claims,
        array(select jsonb_build_object('by', r.reviewer_id, 'round', r.round, 'says', r.recommendation,
          'isCurrent', r.answers_hash = a.answers_hash)
          from review r where r.application_id = a.id) as reviews,
        array(select d.round || d.outcome from decision d where d.account_id = a.account_id
          order by d.decided_at) as decisions
       from application a where a.id = $1`,
      [this.applicationId],
    );
    const nameOf = (id: string) => this.people.indexOf(id);
    const { standing, claims, reviews, decisions } = row!;
    return {
      ...{ standing, decisions, claims: claims.map(nameOf).toSorted() },
      reviews: reviews.map((review) => ({ ...review, by: nameOf(review.by) })).toSorted(inOrder),
    };
  }

  private async reviewsReadBy(who: number): Promise<number> {
    const viewer = await loadVettingViewer(this, this.people[who]!);
    return this.app
      .get(AccessService)
      .list(Review, viewer)
      .andWhere('it.application_id = :id', { id: this.applicationId })
      .getCount();
  }

  private async member(who: number): Promise<string> {
    const { app } = this;
    const { id } = await app.get(AccountsService).create({
      ...{ standing: Standing.member, language: 'es', passwordHash: 'none' },
      memberSince: app.clock.in(-60 * DAY),
      probationEndsAt: app.clock.in(who === ON_PROBATION ? PROBATION_LEFT_MS : -30 * DAY),
    });
    if ((REVIEWER_NUMBERS as readonly number[]).includes(who)) {
      await app.get(AccountsService).grantDuty(id, DutyName.vet);
    }
    return id;
  }

  private async letIn(who: number, through: number, by: 'vouch' | 'invitation'): Promise<void> {
    const { db } = this.app;
    const [row] = await db.query<{ id: string }>(
      `insert into application (account_id, stage, vouch_code, answers_hash, submitted_at, waits_since, decided_at)
       values ($1, 'accepted', gen_random_uuid()::text, '', $2, $2, $2) returning id`,
      [this.people[who], this.app.clock.in(-100 * DAY)],
    );
    const values = [this.people[through], row!.id, this.app.clock.in(-99 * DAY)];
    const sql =
      by === 'vouch'
        ? `insert into vouch (voucher_id, application_id, attestations, created_at) values ($1, $2, '{}', $3)`
        : `insert into invitation (inviter_id, application_id, code_hash, language, ends_at, used_at)
           values ($1, $2, decode(md5(random()::text), 'hex'), 'es', $3, $3)`;
    await db.query(sql, values);
  }
}

type Seen = { readonly by: number; readonly round?: number };
const inOrder = (a: Seen, b: Seen) => a.by - b.by || (a.round ?? 0) - (b.round ?? 0);

function seenBy(model: VettingModel) {
  const { stage, round, isMember, claims, reviews, version, decisions } = model.facts;
  return {
    ...{ stage, round, state: model.state(), standing: isMember ? 'member' : 'applicant' },
    decisions: decisions.map((one) => `${one.round}${one.says}`),
    claims: [...claims.keys()].toSorted(),
    reviews: reviews
      .map(({ by, round: of, says, version: about }) => ({
        ...{ by, round: of, says, isCurrent: about === version },
      }))
      .toSorted(inOrder),
  };
}
