import { AccessService } from '#access/access.service.js';
import { Appeal } from '#moderation/appeals/appeal.entity.js';
import { MattersService } from '#moderation/matters/matters.service.js';
import { ModeratorsService } from '#moderation/matters/moderators.service.js';
import { Notice } from '#moderation/notices/notice.entity.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { TestApp } from '../../support/app/app.js';
import {
  type ModerationAct,
  MODERATOR_NUMBERS,
  REPORTED,
  REPORTERS,
  STEWARD,
  type ReportableSubject,
} from './moderation-acts.js';
import {
  type ModerationPeople,
  type ModerationRowKind,
  loadViewer,
} from './moderation-world-data.js';
import { reportText, performModerationAct } from './perform-moderation-act.js';
import type { ModerationModel } from './moderation-model.js';
import {
  type RowNumbering,
  loadModerationRows,
  comparableModel,
  comparableRows,
} from './compare-moderation-rows.js';
import { makeModerationPeople, resetModeration } from './make-moderation-people.js';
import { STEP_MS, type Verdict, type TestedWorld } from '../models/model-steps.js';

const NOBODYS = { matter: [], report: [], notice: [], appeal: [] } as const;

/** The product's database with the reported member and nine other people. */
export class ModerationWorld
  implements ModerationPeople, TestedWorld<ModerationAct, ModerationModel>, RowNumbering
{
  people: readonly string[] = [];
  profiles: readonly string[] = [];
  groupId = '';
  things = {} as Readonly<Record<ReportableSubject, string>>;
  rows: Readonly<Record<ModerationRowKind, readonly { readonly id: string }[]>> = NOBODYS;
  /** All performed acts, to show when the test fails. */
  lived: string[] = [];
  private start = 0;
  /**
   * Texts that the reported member must never read: ids of reporters who are not moderators, and every report text. A
   * reporter who is a moderator is left out, because the reported member may see this colleague's ids elsewhere.
   */
  private traces: readonly string[] = [];

  constructor(readonly app: TestApp) {}

  /** Creates all people and messages once per suite. */
  async make(): Promise<this> {
    Object.assign(this, await makeModerationPeople(this.app));
    const reporters = REPORTERS.filter((who) => who > REPORTED);
    const names = reporters.flatMap((who) => [this.people[who]!, this.profiles[who]!]);
    this.traces = [...names, ...REPORTERS.map(reportText)];
    this.start = this.app.clock.now().getTime();
    return this;
  }

  /** Resets to the state before any report. */
  async begin(): Promise<void> {
    this.setTime(0);
    this.rows = NOBODYS;
    this.lived = [];
    await resetModeration(this);
  }

  /** The clock stands still between two acts, so that a deadline is clearly met or missed. */
  setTime(now: number): void {
    const at = this.start + now;
    this.app.clock.now = () => new Date(at);
  }

  readonly numberOf = (accountId: string | null): number | null =>
    accountId === null ? null : this.people.indexOf(accountId);
  readonly since = (at: Date): number => at.getTime() - this.start;

  perform(act: ModerationAct): Promise<Verdict> {
    this.lived.push(JSON.stringify(act));
    return performModerationAct(this, act);
  }

  /** Compares all moderation rows and the state of the accounts with the model. */
  async expectAs(model: ModerationModel): Promise<void> {
    const rows = await loadModerationRows(this.app.db, this);
    const { matters, reports, notices, appeals } = rows;
    const seen = { ...comparableRows(rows, this), ...(await this.standing()) };
    this.rows = {
      ...{ matter: matters.map(({ row }) => row), report: reports.map(({ row }) => row) },
      ...{ notice: notices.map(({ row }) => row), appeal: appeals.map(({ row }) => row) },
    };
    const { group, suspendedUntil } = model.facts;
    const expected = { ...comparableModel(model), group: [...group].toSorted(), suspendedUntil };
    expect(seen).toEqual(expected);
    const unheard = await this.app.get(ModeratorsService).countAppealsWithoutDecider();
    expect({ unheard }).toEqual({ unheard: model.countUnheard() });
  }

  /**
   * Compares the permitted actions on every row for one moderator and for one other person. The chosen people change
   * from act to act.
   */
  async expectRightsAs(model: ModerationModel): Promise<void> {
    const turn = Math.round(model.facts.now / STEP_MS);
    const moderator = turn % (MODERATOR_NUMBERS.length + 1);
    await this.expectDeskAs(model, moderator);
    for (const who of [moderator, 6 + (turn % 4)]) {
      const { facts } = model;
      const expected = {
        matters: facts.matters.map((one) => model.canOfMatter(who, one)),
        reports: facts.reports.map((one) => model.canOfReport(who, one)),
        notices: facts.notices.map((one) => model.canOfNotice(who, one)),
        appeals: facts.appeals.map((one) => model.canOfAppeal(who, one)),
      };
      expect({ who, ...(await this.rightsOf(who)) }).toEqual({ who, ...expected });
    }
    await this.expectSilence();
  }

  /** Compares the queue and the number of waiting matters. The product refuses the queue to other members. */
  private async expectDeskAs(model: ModerationModel, who: number): Promise<void> {
    const desk = this.app.get(MattersService);
    const viewer = await loadViewer(this, this.people[who]!);
    const placeOf = ({ id }: { id: string }) => this.rows.matter.findIndex((one) => one.id === id);
    const queue = await desk.queue(viewer).then(
      (matters) => matters.map(placeOf),
      (refusal: { code?: string }) => refusal.code,
    );
    const shown = model.facts.matters.filter((one) => model.isAtDesk(who, one));
    const waiting = shown.filter(
      ({ stage, assignee }) => stage !== 'waiting' && (assignee === null || assignee === who),
    );
    expect({ who, queue, waits: await desk.countWaiting(viewer) }).toEqual({
      who,
      queue: model.moderates(who)
        ? shown.map((one) => model.facts.matters.indexOf(one))
        : 'FORBIDDEN',
      waits: waiting.length,
    });
  }

  private async rightsOf(who: number) {
    const access = this.app.get(AccessService);
    const viewer = await loadViewer(this, this.people[who]!);
    const can = (subject: SubjectName, of: ModerationRowKind) =>
      Promise.all(this.rows[of].map(({ id }) => access.viewerCan(subject, id, viewer)));
    const [matters, reports, notices, appeals] = await Promise.all([
      ...[can('Matter', 'matter'), can('Report', 'report')],
      ...[can('Notice', 'notice'), can('Appeal', 'appeal')],
    ]);
    return { matters, reports, notices, appeals };
  }

  /** Asserts that the reported member and the steward can read no reporter and no report text. */
  private async expectSilence(): Promise<void> {
    const access = this.app.get(AccessService);
    for (const who of [REPORTED, STEWARD]) {
      const viewer = await loadViewer(this, this.people[who]!);
      const notices = await access.list(Notice, viewer).getMany();
      const appeals = await access.list(Appeal, viewer).getMany();
      const read = JSON.stringify([notices, appeals]);
      for (const trace of this.traces) expect(read).not.toContain(trace);
    }
  }

  private async standing() {
    const { db } = this.app;
    const [account] = await db.query<{ standing: string; until: Date | null }>(
      'select standing, suspended_until as until from account where id = $1',
      [this.people[REPORTED]],
    );
    const members = await db.query<{ id: string }>(
      'select account_id as id from membership where group_id = $1 and ended_at is null',
      [this.groupId],
    );
    const { standing, until } = account!;
    return {
      group: members
        .map(({ id }) => this.numberOf(id)!)
        .filter((who) => who >= 0)
        .toSorted(),
      suspendedUntil: standing === 'suspended' ? this.since(until!) : null,
    };
  }
}
