import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { CaseTextsService, type RequestContent } from './case-texts.service.js';
import { CaseTransitions } from './case-transitions.js';
import { isSendKeySpent } from './spent-send-keys.js';
import { addExclusions } from './request-exclusions.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { NOT_URGENT, OPEN_STAGES, SupportRequest, URGENT } from './support-request.entity.js';
import { type AskSupportInput, SupportDanger } from './support-request.inputs.js';
import type { SentVoice } from './voice/voice-box.js';

/** Maximum number of open requests of an account. */
const MAX_OPEN = 3;

type AskingLimit = 'support.tooManyOpen' | 'support.askedOften';

/** Selects an unused random number of six digits, out of 20 attempts. */
const FREE_NUMBER = `
  select n from (select 100000 + floor(random() * 900000)::int as n from generate_series(1, 20)) candidate
  where not exists (select 1 from support_request r where r.number = candidate.n) limit 1`;

/** Makes requests for support. */
@Injectable()
export class AskSupport {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly availability: SupportAvailabilityService,
    private readonly cases: CaseTransitions,
    private readonly texts: CaseTextsService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /**
   * Makes a request and returns its id. Sending the same one again returns the first. Throws Conflict if the device sent
   * another request with this key, or if the request of this key was deleted.
   */
  async ask(viewer: Viewer, input: AskSupportInput): Promise<string> {
    this.access.allow(viewer, 'make', 'SupportRequest');
    return this.db.write(async () => {
      const { accountId: requesterId } = viewer;
      await this.lockAccount(viewer);
      const sentId = await this.sentBefore(requesterId, input);
      if (sentId) return sentId;
      await this.availability.assertOpen();
      await this.countAnother(viewer);
      const request = await this.insert(requesterId, input);
      await addExclusions(this.db, request.id, input.excludedIds);
      await this.cases.news.notifyWaiting(request);
      return request.id;
    });
  }

  /**
   * Inserts a request of this account. The caller must have checked that asking is open, and notifies supporters. Unsent
   * voice notes belong to `voiceOwnerId`: null for a person who had no account when they recorded them.
   */
  async insert(
    requesterId: string,
    input: AskSupportInput,
    voiceOwnerId: string | null = requesterId,
  ): Promise<SupportRequest> {
    this.db.assertWriting();
    const voices = await this.texts.voices.open(voiceOwnerId, input.voices);
    const request = await this.make(requesterId, input, voices);
    await this.db.repo(SupportRequest).insert(request);
    await this.texts.voices.attach(request.id, voices);
    return request;
  }

  /**
   * Gives a waiting request without an account other answers. It becomes urgent if they say so, and then is due earlier; the promise never moves
   * to a later time. The caller must have locked the row.
   */
  async rewrite(request: SupportRequest, input: AskSupportInput): Promise<void> {
    this.db.assertWriting();
    const { kind, languages } = input;
    const inputHash = this.texts.hashOf(request, input);
    const { voices: before = [] } = this.texts.decrypt(request, 'content')!;
    const voices = await this.texts.voices.replace(request.id, before, input.voices);
    const content = this.texts.encrypt(request, 'content', { ...contentOf(input), voices });
    await this.db.repo(SupportRequest).update(request.id, { kind, languages, inputHash, content });
    Object.assign(request, { kind, languages, inputHash, content });
    const priority = priorityOf(input);
    if (priority >= request.priority) return this.cases.news.notifyMoved(request);
    const times = await this.cases.waitingTimes(priority);
    await this.cases.takeOverPromise(request, { ...request, priority, ...times });
  }

  /** Counts another open request. Throws TooMany if the viewer has, or had today, as many as allowed. */
  async countAnother(viewer: Viewer): Promise<void> {
    await this.lockAccount(viewer);
    if ((await this.leftOpen(viewer)) === 0) throw new TooMany('support.tooManyOpen');
    await this.quotas.use(viewer.accountId, 'askSupport');
  }

  /** Makes two devices that send at once wait for each other, so that they stay within the limits. */
  private async lockAccount({ accountId }: Viewer): Promise<void> {
    this.db.assertWriting();
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
  }

  /** How many more requests the viewer may make now, and the reason of the refusal if none. */
  async left(viewer: Viewer): Promise<{ left: number; limitReached: AskingLimit | null }> {
    const open = await this.leftOpen(viewer);
    const left = Math.min(open, await this.quotas.left(viewer.accountId, 'askSupport'));
    if (left > 0) return { left, limitReached: null };
    return { left, limitReached: open === 0 ? 'support.tooManyOpen' : 'support.askedOften' };
  }

  /** How many more open requests the viewer may have. */
  private async leftOpen({ accountId: requesterId }: Viewer): Promise<number> {
    const where = { requesterId, stage: In(OPEN_STAGES) };
    return Math.max(0, MAX_OPEN - (await this.db.repo(SupportRequest).countBy(where)));
  }

  private async sentBefore(
    requesterId: string,
    input: AskSupportInput,
  ): Promise<string | undefined> {
    const { sendKey } = input;
    const sent = await this.db.repo(SupportRequest).findOneBy({ requesterId, sendKey });
    if (sent && !this.texts.hashOf(sent, input).equals(sent.inputHash)) {
      throw new Conflict('support.sentAlready');
    }
    if (!sent && (await isSendKeySpent(this.db, requesterId, sendKey))) {
      throw new Conflict('support.deleted');
    }
    return sent?.id;
  }

  private async make(
    requesterId: string,
    input: AskSupportInput,
    voices: readonly SentVoice[],
  ): Promise<SupportRequest> {
    const [free] = await this.db.query<{ n: number }>(FREE_NUMBER);
    const priority = priorityOf(input);
    const times = await this.cases.waitingTimes(priority);
    const request = this.db.repo(SupportRequest).create({
      ...{ id: newId(), requesterId, sendKey: input.sendKey, number: free!.n, priority },
      ...{ kind: input.kind, languages: input.languages, ...times },
      key: this.texts.newKey(),
    });
    request.inputHash = this.texts.hashOf(request, input);
    const content = { ...contentOf(input), voices };
    request.content = this.texts.encrypt(request, 'content', content);
    return request;
  }
}

const priorityOf = ({ danger }: AskSupportInput): number =>
  danger === SupportDanger.yes ? URGENT : NOT_URGENT;

function contentOf({ danger, ...input }: AskSupportInput): RequestContent {
  const { name, goal, tried, safeWay, times, beneficiary, beneficiaryNote } = input;
  return {
    danger,
    beneficiary: beneficiary ?? null,
    beneficiaryNote: beneficiaryNote || null,
    name: name || null,
    goal: goal || null,
    tried: tried || null,
    safeWay: safeWay || null,
    times: times || null,
  };
}
