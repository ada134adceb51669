import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import { Viewer } from '#policy/viewer.js';
import { type TwoPersonPayload, TwoPersonAct, TwoPersonState } from './two-person-act.entity.js';
import { type TwoPersonRequest, TwoPersonActKinds } from './two-person-act-kinds.js';
import { TwoPersonActWriter } from './two-person-act-writer.js';

const LASTS = 24 * HOUR;
const WITHDRAWN = [TwoPersonState.withdrawn, 'withdraw'] as const;
const EXPIRED = [TwoPersonState.expired, 'expire'] as const;

/** The request of a feature. Omitted fields are null. */
export interface NewTwoPersonRequest extends Partial<
  Pick<TwoPersonRequest, 'scopeId' | 'allianceId' | 'aboutId'>
> {
  readonly kind: string;
  readonly subjectKey: string;
  readonly payload: TwoPersonPayload;
  /** The reason, for the approver. */
  readonly reason: string;
}

/** Requests acts that another account approves (R2). The executing code is in the registered kind. */
@Injectable()
export class TwoPersonService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly kinds: TwoPersonActKinds,
    private readonly confirmations: PasswordConfirmationsService,
    private readonly records: TwoPersonActWriter,
  ) {}

  /**
   * Requests an act that can be approved for 24 hours. The requester has just confirmed their password. Throws Conflict
   * `twoPerson.waiting` if the same act already waits, and Forbidden if it is about the requester.
   */
  async ask(viewer: Viewer, { kind, reason, ...rest }: NewTwoPersonRequest): Promise<TwoPersonAct> {
    await this.confirmations.assertFresh(viewer);
    const nowhere = { scopeId: null, allianceId: null, aboutId: null };
    const asked: TwoPersonRequest = { ...nowhere, ...rest, payload: plain(rest.payload) };
    if (asked.aboutId === viewer.accountId) throw new Forbidden('twoPerson.aboutYou');
    const known = this.kinds.of(kind);
    return this.db.write(async () => {
      await known.check(viewer, asked);
      await this.makeRoom(kind, asked.subjectKey);
      const acts = this.db.repo(TwoPersonAct);
      const { approver } = known;
      const made = { id: newId(), kind, approver, ...asked, reason, ...this.from(viewer) };
      const act = await acts.save(acts.create(made));
      await this.records.asked(viewer, act, 'ask');
      return act;
    });
  }

  /**
   * Changes a waiting request. It gets a new hash and another 24 hours, so an approval of the old text no longer
   * counts.
   */
  async change(
    viewer: Viewer,
    id: string,
    more: { readonly payload?: TwoPersonPayload; readonly reason?: string },
  ): Promise<TwoPersonAct> {
    await this.confirmations.assertFresh(viewer);
    return this.db.write(async () => {
      const act = await this.access.load(TwoPersonAct, id, viewer, 'change');
      act.payload = plain(more.payload ?? act.payload);
      act.reason = more.reason ?? act.reason;
      await this.kinds.of(act.kind).check(viewer, act);
      Object.assign(act, this.from(viewer));
      await this.db.repo(TwoPersonAct).save(act);
      await this.records.asked(viewer, act, 'change');
      return act;
    });
  }

  /** Ends requests that are older than a day. */
  async expire(): Promise<void> {
    const due = await this.db.query<{ id: string }>(
      `select id from two_person_act where state = 'waiting' and expires_at <= $1 order by expires_at limit 100`,
      [this.clock.now()],
    );
    for (const { id } of due) {
      await this.db.write(async () => {
        const act = await this.waiting({ id });
        if (act) await this.records.ended(Viewer.system('a day is over'), act, EXPIRED);
      });
    }
  }

  /** Withdraws the waiting requests of a group, in the open transaction, when the group is archived. */
  async withdrawAllIn(scopeId: string): Promise<void> {
    this.db.assertWriting();
    const acts = await this.db.repo(TwoPersonAct).find({
      where: { scopeId, state: TwoPersonState.waiting },
      lock: { mode: 'pessimistic_write' },
    });
    for (const act of acts)
      await this.records.ended(Viewer.system('group archived'), act, WITHDRAWN);
  }

  /**
   * Withdraws the waiting requests about one object, in the open transaction, because that object has ended: those with
   * its key, and those whose key continues it after a colon.
   */
  async withdrawObsolete(kind: string, objectKey: string): Promise<void> {
    this.db.assertWriting();
    const acts = await this.db.repo(TwoPersonAct).find({
      where: [objectKey, Like(`${objectKey}:%`)].map((subjectKey) => ({
        ...{ kind, subjectKey, state: TwoPersonState.waiting },
      })),
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const act of acts) await this.records.ended(Viewer.system('object ended'), act, WITHDRAWN);
  }

  private from({ accountId: requestedById }: Viewer) {
    return { requestedById, askedAt: this.clock.now(), expiresAt: this.clock.in(LASTS) };
  }

  /**
   * Takes an advisory lock per kind and key, so that the second of two equal concurrent requests waits here. Throws
   * Conflict if such an act already waits.
   */
  private async makeRoom(kind: string, subjectKey: string): Promise<void> {
    const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
    await this.db.query(lock, [`two-person act ${kind} ${subjectKey}`]);
    const there = await this.waiting({ kind, subjectKey });
    if (!there) return;
    if (there.expiresAt > this.clock.now()) throw new Conflict('twoPerson.waiting');
    await this.records.ended(Viewer.system('a day is over'), there, EXPIRED);
  }

  private waiting(which: Partial<Pick<TwoPersonAct, 'id' | 'kind' | 'subjectKey'>>) {
    return this.db.repo(TwoPersonAct).findOne({
      where: { ...which, state: TwoPersonState.waiting },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

/** Returns the payload as a later read from the database returns it, because JSON drops some values. */
const plain = (payload: TwoPersonPayload): TwoPersonPayload =>
  JSON.parse(JSON.stringify(payload)) as TwoPersonPayload;
