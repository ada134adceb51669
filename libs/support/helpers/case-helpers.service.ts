import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId, newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type {
  AgreeToHelpInput,
  AskHelperInput,
  CaseHelperInput,
  DescribeHelpInput,
  GiveConsentInput,
} from './case-helper.inputs.js';
import { CaseHelper, CaseHelperState, HelperEndReason } from './case-helper.entity.js';
import { HelperChecks } from './helper-checks.js';
import { HelperParts } from './helper-parts.js';
import { HelperTexts } from './helper-texts.js';

/** Maximum number of outside helpers of a case that have not ended. */
const MAX_HELPERS = 3;
/** How long the question to a helper can be answered. */
const QUESTION_DURATION = 14 * DAY;

const { asked, willing, described, consented, open } = CaseHelperState;

/** The steps of an outside helper up to the consent of the requester, and its ends. */
@Injectable()
export class CaseHelpersService {
  constructor(
    private readonly db: Database,
    private readonly locked: LockedAccessService,
    private readonly clock: Clock,
    private readonly checks: HelperChecks,
    private readonly texts: HelperTexts,
    private readonly parts: HelperParts,
  ) {}

  /**
   * Asks a member whom the lead can find. Throws NotFound for everybody who may not help in this case. A refused question
   * counts, too: it tells the lead that the person may have another part in the case.
   */
  async ask(viewer: Viewer, { requestId, personId }: AskHelperInput): Promise<void> {
    // Without a lock, before the person is read: whoever may not ask learns nothing of people and uses no quota.
    await this.locked.access.load(SupportRequest, requestId, viewer, 'leadHelpers');
    const { accountId } = await this.locked.access.load(Profile, personId, viewer, 'invite');
    await this.db.write(() => this.checks.countQuestion(viewer, accountId));
    await this.db.write(async () => {
      const request = await this.locked.load(SupportRequest, requestId, viewer, 'leadHelpers');
      const helpers = this.db.repo(CaseHelper);
      const running = await helpers.findBy({ requestId, endedAt: IsNull() });
      if (running.some((one) => one.accountId === accountId))
        throw new Conflict('support.helperAsked');
      if (running.length >= MAX_HELPERS) throw new Conflict('support.helpersFull');
      await this.assertMayHelp(request, accountId);
      const createdAt = this.clock.now();
      const expiresAt = this.clock.in(QUESTION_DURATION);
      await helpers.insert({ requestId, accountId, createdAt, expiresAt });
      await this.parts.news.asked(request, accountId);
      const { cases } = this.parts.news;
      await cases.reload(request, await cases.supporterIdsOf(request));
    });
  }

  /** The helper agrees to help under a name that nobody else in the case could be known by. */
  async agree(viewer: Viewer, { requestId, name }: AgreeToHelpInput): Promise<void> {
    await this.db.write(async () => {
      const { accountId } = viewer;
      // Waits for a separation of the viewer, so that either the check below or its handler sees the other.
      await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
      const request = await this.locked.load(SupportRequest, requestId, viewer, 'answerAsHelper');
      const helper = await this.ofViewer(viewer, request);
      if (helper.state !== asked || helper.expiresAt <= this.clock.now()) throw new NotFound();
      await this.assertMayHelp(request, accountId);
      await this.checks.assertNameFree(requestId, name);
      const box = this.texts.encrypt(request, helper.id, 'name', name);
      await this.change(helper, { state: willing, name: box });
      await this.parts.news.notifyLead(request, helper);
    });
  }

  /** The helper says no, or leaves. */
  async leave(viewer: Viewer, requestId: string): Promise<void> {
    await this.db.write(async () => {
      const request = await this.locked.load(SupportRequest, requestId, viewer, 'answerAsHelper');
      const helper = await this.ofViewer(viewer, request);
      await this.parts.end(viewer, request, helper, HelperEndReason.helper);
      await this.parts.news.notifyLead(request, helper);
      if (helper.consentedAt) await this.parts.news.cases.notifyRequester(request);
    });
  }

  /**
   * Writes what the helper is told and for how long. A text to which the requester agreed is not edited: it ends, and the
   * new one is a new entry, which waits for a new consent.
   */
  async describe(viewer: Viewer, { text, days, ...which }: DescribeHelpInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.locked.load(
        SupportRequest,
        which.requestId,
        viewer,
        'leadHelpers',
      );
      const helper = await this.one(which);
      if (helper.state === asked) throw new Conflict('support.helperChanged');
      const isBound = helper.state === consented || helper.state === open;
      const next = isBound ? await this.startAgain(viewer, request, helper) : helper;
      const until = this.clock.in(days * DAY);
      const box = this.texts.encrypt(request, next.id, 'text', text);
      await this.change(next, { state: described, text: box, until });
      await this.parts.news.cases.notifyRequester(request);
      await this.parts.news.changed(request, next);
    });
  }

  /** The requester agrees to exactly what they read. Throws Conflict if it is another text, name or day now. */
  async consent(viewer: Viewer, { hash, ...which }: GiveConsentInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.locked.access.load(
        SupportRequest,
        which.requestId,
        viewer,
        'consent',
      );
      const helper = await this.one(which);
      if (helper.state !== described || helper.until! <= this.clock.now()) throw new NotFound();
      if (this.texts.hashOf(request, helper) !== hash) throw new Conflict('support.helperChanged');
      await this.change(helper, { state: consented, consentedAt: this.clock.now() });
      await this.parts.news.notifyLead(request, helper);
    });
  }

  /** The requester refuses, or withdraws a consent: the helper reads nothing more before the answer. */
  async withdraw(viewer: Viewer, which: CaseHelperInput): Promise<void> {
    await this.db.write(async () => {
      const { requestId } = which;
      const request = await this.locked.access.load(
        SupportRequest,
        requestId,
        viewer,
        'withdrawConsent',
      );
      const helper = await this.one(which);
      if (![described, consented, open].some((state) => state === helper.state))
        throw new NotFound();
      await this.parts.end(viewer, request, helper, HelperEndReason.requester);
      await this.parts.news.notifyLead(request, helper);
    });
  }

  /** The lead ends a helper in any state. */
  async end(viewer: Viewer, which: CaseHelperInput): Promise<void> {
    await this.db.write(async () => {
      const request = await this.locked.load(
        SupportRequest,
        which.requestId,
        viewer,
        'leadHelpers',
      );
      const helper = await this.one(which);
      await this.parts.end(viewer, request, helper, HelperEndReason.lead);
      if (helper.consentedAt) await this.parts.news.cases.notifyRequester(request);
    });
  }

  private async assertMayHelp(request: SupportRequest, accountId: string): Promise<void> {
    const supporterIds = await this.parts.news.cases.supporterIdsOf(request);
    await this.checks.assertMayHelp(request, accountId, supporterIds);
  }

  /** Ends an entry to which the requester agreed, and makes one with the same helper and name. */
  private async startAgain(
    viewer: Viewer,
    request: SupportRequest,
    helper: CaseHelper,
  ): Promise<CaseHelper> {
    await this.parts.end(viewer, request, helper, HelperEndReason.lead);
    const id = newId();
    const name = this.texts.encrypt(
      ...([request, id, 'name', this.texts.decrypt(request, helper, 'name')!] as const),
    );
    const { requestId, accountId, expiresAt } = helper;
    const createdAt = this.clock.now();
    const helpers = this.db.repo(CaseHelper);
    await helpers.insert({
      ...{ id, createdAt, requestId, accountId, expiresAt, name, state: willing },
    });
    return helpers.findOneByOrFail({ id });
  }

  private async ofViewer({ accountId }: Viewer, request: SupportRequest): Promise<CaseHelper> {
    const mine = { requestId: request.id, accountId, endedAt: IsNull() };
    const helper = await this.db.repo(CaseHelper).findOneBy(mine);
    if (!helper) throw new NotFound();
    return helper;
  }

  private async one({ requestId, helperId }: CaseHelperInput): Promise<CaseHelper> {
    const id = isId(helperId) ? helperId : null;
    const where = { id: id!, requestId, endedAt: IsNull() };
    const helper = id && (await this.db.repo(CaseHelper).findOneBy(where));
    if (!helper) throw new NotFound();
    return helper;
  }

  private async change(helper: CaseHelper, change: Partial<CaseHelper>): Promise<void> {
    await this.db.repo(CaseHelper).update(helper.id, change);
  }
}
