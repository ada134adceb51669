import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { CasePartner } from '../partners/case-partner.entity.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { Supporter } from '../requests/supporter.entity.js';
import { CaseThreadViewsService } from '../threads/case-thread-views.service.js';
import { CaseHelper, CaseHelperState } from './case-helper.entity.js';
import type { CaseHelperView, ConsentEntry, HelperCase } from './case-helper.view.js';
import { SHARE_CASE_ACT_KIND } from './helper-acts.js';
import { HelperTexts } from './helper-texts.js';

const ORDER = { createdAt: 'ASC', id: 'ASC' } as const;

/** Reads the outside helpers of a case, its consent entries, and the cases in which the viewer helps. */
@Injectable()
export class HelperViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly persons: PersonsService,
    private readonly acts: TwoPersonActReader,
    private readonly texts: HelperTexts,
    private readonly threads: CaseThreadViewsService,
  ) {}

  /** The outside helpers, for the supporters of the case. */
  async list(viewer: Viewer, requestId: string): Promise<CaseHelperView[]> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readHelpers');
    const helpers = await this.db.repo(CaseHelper).find({ where: { requestId }, order: ORDER });
    const accountIds = [...new Set(helpers.flatMap(({ accountId }) => accountId ?? []))];
    const people = await this.persons.ofAccounts(viewer, accountIds);
    const channels = await this.channelsOf(helpers);
    return Promise.all(
      helpers.map(async (helper) => ({
        ...this.shown(helper),
        name: this.texts.decrypt(request, helper, 'name'),
        text: this.texts.decrypt(request, helper, 'text'),
        person: (helper.accountId && people.get(helper.accountId)) || null,
        waitingActId: await this.acts.waiting(viewer, SHARE_CASE_ACT_KIND, helper.id),
        channelId: channels.get(helper.id) ?? null,
      })),
    );
  }

  /**
   * The consent entries, oldest first. The partner side sees those to which the requester agreed; the requester also those
   * that wait for their answer.
   */
  async consents(viewer: Viewer, requestId: string): Promise<ConsentEntry[]> {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'readConsents');
    const partner = { requestId, accountId: viewer.accountId };
    const isPartner = await this.db.repo(CasePartner).existsBy(partner);
    const helpers = await this.db.repo(CaseHelper).find({ where: { requestId }, order: ORDER });
    return helpers
      .filter(({ text, consentedAt }) => (isPartner ? consentedAt : text) !== null)
      .map((helper) => ({
        ...this.shown(helper),
        name: this.texts.decrypt(request, helper, 'name')!,
        text: this.texts.decrypt(request, helper, 'text')!,
        until: helper.until!,
        hash: this.texts.hashOf(request, helper),
        ...{ consentedAt: helper.consentedAt, openedAt: helper.openedAt },
      }));
  }

  /** The cases in which the viewer is asked to help, or helps. */
  async cases(viewer: Viewer): Promise<HelperCase[]> {
    const requests = await this.access.list(SupportRequest, viewer, 'readAsHelper').getMany();
    if (requests.length === 0) return [];
    const byId = new Map(requests.map((one) => [one.id, one]));
    const { accountId } = viewer;
    const mine = { requestId: In([...byId.keys()]), accountId, endedAt: IsNull() };
    const helpers = (await this.db.repo(CaseHelper).find({ where: mine, order: ORDER })).filter(
      (helper) => !isExpired(helper, viewer.at),
    );
    const names = await this.leadNames(requests);
    const channels = await this.channelsOf(helpers);
    return helpers.map((helper) => {
      const request = byId.get(helper.requestId)!;
      const isOpen = helper.state === CaseHelperState.open;
      return {
        ...{ id: request.id, kind: request.kind, state: helper.state, expiresAt: helper.expiresAt },
        leadName: (request.assigneeId && names.get(request.assigneeId)) || null,
        name: this.texts.decrypt(request, helper, 'name'),
        text: isOpen ? this.texts.decrypt(request, helper, 'text') : null,
        until: isOpen ? helper.until : null,
        channelId: (isOpen && channels.get(helper.id)) || null,
      };
    });
  }

  /** How many questions wait for the viewer, and in how many cases of others they have unread messages. */
  async countNews(viewer: Viewer): Promise<number> {
    const cases = await this.cases(viewer);
    if (cases.length === 0) return 0;
    const questions = cases.filter(({ state }) => state === CaseHelperState.asked).length;
    const channelIds = cases.flatMap(({ channelId }) => channelId ?? []);
    if (channelIds.length === 0) return questions;
    const unread = (await this.threads.list(viewer)).filter((one) => one.unreadCount > 0);
    return questions + unread.filter((one) => channelIds.includes(one.channelId)).length;
  }

  private shown({ id, state, until, expiresAt, endedAt, endedBy }: CaseHelper) {
    return { id, state, until, expiresAt, endedAt, endedBy };
  }

  private async leadNames(requests: readonly SupportRequest[]) {
    const accountId = In(requests.flatMap(({ assigneeId }) => assigneeId ?? []));
    const leads = await this.db.repo(Supporter).findBy({ accountId });
    return new Map(leads.map((one) => [one.accountId, one.workName]));
  }

  private async channelsOf(helpers: readonly CaseHelper[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; helper_id: string }>(
      'select id, helper_id from channel where helper_id = any($1)',
      [helpers.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.helper_id, row.id]));
  }
}

/** Counts as ended as soon as its day passed, before the job records it. */
function isExpired({ state, expiresAt, until }: CaseHelper, now: Date): boolean {
  return (state === CaseHelperState.asked && expiresAt <= now) || (until !== null && until <= now);
}
