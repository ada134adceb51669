import { Client } from 'pg';
import { AuditJobs } from '#audit/audit.jobs.js';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { DAY, SECOND } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { StandingService } from '#members/standing.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { RetentionService } from '#retention/retention.service.js';
import { StandingJobs } from '#signin/accounts/standing.jobs.js';
import { SigninJobs } from '#signin/signin.jobs.js';
import { makeVisibleProfile } from '../factories/visible-profiles.js';
import type { TestApp } from './app.js';
import { dropAuditProtection } from './audit-entries.js';
import { apiAs, sendForm } from './client.js';
import { dutyRequests, makeDutyCode } from '../factories/duty-requests.js';
import {
  AGREE,
  answerDocument,
  requestIntroduction,
  requestThroughIntroducer,
  OFFER_TO_INTRODUCE,
  PASS_INTRODUCTION,
  extendSessions,
  suggested,
} from '../factories/introductions.js';
import { inviteToCoalition, makeCoalition } from '../factories/coalitions/make-coalitions.js';
import {
  askForSupport,
  requesterActions,
  supporterActions,
  withWorkName,
} from '../factories/support-requests.js';
import { factories } from '../factories/factories.js';
import {
  askThenShare,
  bookRemindAndLose,
  inviteThenPost,
  askBeforeAnswer,
  joinThenExclude,
  makeInterpretedCall,
} from '../factories/support/mail-steps.js';
import {
  ACCEPT_SUCCESSION,
  LEAVE_WITHOUT_STEWARD,
  SENT_INVITATIONS,
  SUCCESSION_REQUESTS,
  WITHDRAW_INVITATION,
} from '../factories/group-documents.js';
import { forgetNewsMails, mentionByMail } from './notification-mails.js';
import { TEST_PASSWORD, setTestPassword } from './test-password.js';
import { requestRemoval } from '../factories/removals.js';
import { makeReopening } from '../factories/reopenings.js';
import * as matters from '../factories/moderation-documents.js';
import { twoPersonActions } from '../factories/two-person-acts.js';
import {
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../factories/applicants-and-reviewers.js';
import { declinedApplication } from '../factories/application-with-canaries.js';
import { signInAgain, type PersonKind, type Person, makePerson } from '../factories/make-people.js';

/** Matches the canary that every text and name of this test contains. */
export const MAIL_CANARY = /qz\d+can/; // Longer than what a random link may contain by chance.
const LANGUAGES = ['es', 'pt', 'en'] as const;
let count = 0;
const canary = () => `qz${(count += 1)}canario`;

type Input = Record<string, unknown>;
const mutate = (who: Person, field: string, input: Input, type: string, shows = '') =>
  apiAs(who).ask(`mutation ($input: ${type}!) { ${field}(input: $input) ${shows} }`, { input });
const byId = (who: Person, field: string, name: string, id: string, shows = '{ id }') =>
  apiAs(who).ask(`mutation ($id: ID!) { ${field}(${name}: $id) ${shows} }`, { id });

/** Triggers every kind of event after which the product sends mail. */
export class AllMails {
  private vetting: [Person, Person, Person] = [] as never;

  constructor(private readonly app: TestApp) {}

  async begin(): Promise<void> {
    this.vetting = await makeReviewers(this.app);
  }

  /** Runs the due jobs, and lets the product send the next mail at once. */
  private async pass(): Promise<void> {
    await forgetNewsMails(this.app);
  }

  /**
   * Creates a person whose name and profile contain canaries. The mail address contains no canary, because mails may
   * contain mail addresses.
   */
  private async one(kind: PersonKind = 'member') {
    const email = `${crypto.randomUUID()}@trama.example`;
    const language = LANGUAGES[count % LANGUAGES.length]!;
    const who = await makePerson(this.app, canary(), kind, { email, language });
    await setTestPassword(this.app, who);
    return who;
  }

  private async found(kind?: PersonKind) {
    const who = await this.one(kind);
    return { who, ...(await makeVisibleProfile(who)) };
  }

  async applications(): Promise<void> {
    const { app, vetting } = this;
    await this.one('administrator');
    await declinedApplication(app, vetting);
    await this.pass();
    const reach = { reach: 'email', password: TEST_PASSWORD, name: canary(), work: canary() };
    const email = `${crypto.randomUUID()}@trama.example`;
    const asked = await makeApplicant(app, { ...reach, email });
    await this.pass();
    const account = `update account set email = $2, email_confirmed_at = now() where id = $1`;
    await app.db.query(account, [asked.accountId, email]);
    await reviewerActions(vetting[0]).claim(await asked.id());
    await reviewerActions(vetting[0]).question(await asked.id(), canary());
    await this.pass();
    for (const who of vetting.slice(0, 2)) await reviewerActions(who).read(await asked.id());
    await reviewerActions(vetting[1]).decide(await asked.id());
    const other = await (await makeApplicant(app)).id();
    for (const who of vetting) await byId(who, 'declareConflict', 'id', other, '');
    await makeReopening(app, vetting, { words: canary() });
    await this.pass();
  }

  /** Triggers the mail that warns administrators about a data class whose deletion fails. */
  async dataThatDoesNotEnd(): Promise<void> {
    const { app } = this;
    await app.db.query(`
      create function fail() returns trigger language plpgsql as $$ begin raise 'qzmidway'; end $$;
      create trigger fail before insert on receipt execute function fail()`);
    app.clock.move(15 * DAY);
    await app
      .get(RetentionService)
      .run('applicationFile')
      .catch(() => undefined);
    await app.db.query('drop trigger fail on receipt');
    app.clock.move(-15 * DAY);
    await this.pass();
  }

  async support(): Promise<void> {
    const { app } = this;
    const supporter = await withWorkName(await this.one('supporter'), canary());
    const requester = await this.one();
    const texts = { goal: canary(), tried: canary(), name: canary(), safeWay: canary() };
    const id = await askForSupport(requester, { danger: 'yes', ...texts });
    await this.pass();
    await askBeforeAnswer({ supporter, requester, id, canary }, () => this.pass());
    await supporterActions(supporter).accept(id, canary());
    await this.pass();
    await requesterActions(requester).changeContact(id, canary());
    await this.pass();
    const joining = await withWorkName(await this.one('supporter'), canary());
    await joinThenExclude({ supporter, requester, joining, id }, () => this.pass());
    await inviteThenPost({ supporter, requester, id }, await this.found(), () => this.pass());
    const steps = { canary, pass: () => this.pass() };
    await askThenShare({ supporter, requester, id }, await this.found(), steps);
    await supporterActions(supporter).release(id);
    await app.db.query('update support_request set due_at = $1', [app.clock.now()]);
    await app.get(SupportJobs).notifyOverdue();
    await this.pass();
    await bookRemindAndLose({ supporter, requester, canary }, () => this.pass());
    await makeInterpretedCall(this.app, { name: canary() });
    await this.pass();
    await app.db.write(() =>
      app.get(StandingService).suspend(supporter.accountId, app.clock.in(DAY)),
    );
    await this.pass();
  }

  async matters(): Promise<void> {
    const { app } = this;
    const [ada, ben, ma] = [await this.found(), await this.found(), await this.found('moderator')];
    const mo = await this.one('moderator');
    const reportId = await matters.reportSubject(ada.who, 'Profile', ben.personId, canary());
    const id = await matters.matterOf(ada.who, reportId);
    await this.pass();
    await apiAs(mo).ask(matters.matterDocument('claimMatter'), { id });
    const talk = { matterId: id, words: canary() };
    const { talkToReported } = await apiAs(mo).ask(matters.TALK_TO_REPORTED, { input: talk });
    const told = async () => {
      app.clock.move(31 * SECOND);
      await app.get(ModerationJobs).tellNotices();
      await this.pass();
    };
    await told();
    const answered = { noticeId: talkToReported.id, words: canary() };
    await apiAs(ben.who).ask(matters.ANSWER_NOTICE, { input: answered });
    await this.pass();
    const because = () => matters.sanctionReason({ words: canary() });
    await apiAs(mo).ask(matters.WARN_REPORTED, { input: { matterId: id, ...because() } });
    await told();
    await apiAs(mo).ask(matters.SEPARATE_REPORTED, {
      input: { reportId, leaving: [], ...because() },
    });
    await this.pass();
    const suspend = { matterId: id, hours: 2, ...because() };
    const { id: noticeId } = (await apiAs(mo).ask(matters.SUSPEND_REPORTED, { input: suspend }))
      .suspendReported;
    await this.pass();
    await apiAs(mo).ask(matters.HAND_OVER_MATTER, {
      input: { matterId: id, personId: ma.personId },
    });
    await this.pass();
    for (const verb of ['claimMatter', 'closeMatter'])
      await apiAs(ma.who).ask(matters.matterDocument(verb), { id });
    await this.appealed(await signInAgain(ben.who), await this.one('moderator'), id, noticeId);
  }

  async removals(): Promise<void> {
    const [ada, ben] = [await this.found(), await this.found()];
    const [mo, ma] = [await this.one('moderator'), await this.one('moderator')];
    const reportId = await matters.reportSubject(ada.who, 'Profile', ben.personId, canary());
    const id = await matters.matterOf(ada.who, reportId);
    await apiAs(mo).ask(matters.matterDocument('claimMatter'), { id });
    const asked = await requestRemoval(mo, id, { words: canary() });
    await this.pass();
    await twoPersonActions(ma).approve(asked.id, asked.hash);
    await this.pass();
  }

  private async appealed(who: Person, hearing: Person, id: string, noticeId: string) {
    const { appeal } = (
      await apiAs(who).ask(matters.APPEAL_NOTICE, { input: { noticeId, words: canary() } })
    ).appealNotice;
    await this.pass();
    await apiAs(hearing).ask(matters.matterDocument('claimMatter'), { id });
    const heard = { appealId: appeal.id, outcome: 'lifted', words: canary() };
    await apiAs(hearing).ask(matters.DECIDE_APPEAL, { input: heard });
    await this.pass();
  }

  async duties(): Promise<void> {
    const [ad1, ad2] = [await this.one('administrator'), await this.one('administrator')];
    const member = await this.one();
    const act = await dutyRequests(ad1).grant(await makeDutyCode(member), ['support'], canary());
    await this.pass();
    await dutyRequests(ad2).approve(act);
    await this.pass();
    const asked = await dutyRequests(ad1).grant(
      await makeDutyCode(await this.one()),
      ['vet'],
      canary(),
    );
    await byId(ad2, 'refuseTwoPersonAct', 'actId', asked.id, '{ state }');
    await this.pass();
  }

  async people(): Promise<void> {
    const [ana, bea, eve] = [await this.found(), await this.found(), await this.found()];
    const { id } = await requestIntroduction(ana.who, bea, canary());
    await this.pass();
    await apiAs(bea.who).ask(answerDocument('accept'), { id });
    await this.pass();
    await apiAs(bea.who).ask(OFFER_TO_INTRODUCE, { does: true });
    const { id: through } = await requestThroughIntroducer(ana.who, eve, canary());
    await this.pass();
    await apiAs(bea.who).ask(PASS_INTRODUCTION, { id: through });
    await this.pass();
    await byId(ana.who, 'endAlliance', 'personId', bea.personId, '');
    const { id: other } = await requestIntroduction(eve.who, bea, canary());
    await apiAs(eve.who).ask(answerDocument('withdraw'), { id: other });
    const parted = await apiAs(eve.who).ask(
      'mutation ($id: ID!) { block(subject: Profile, subjectId: $id) { id } }',
      { id: bea.personId },
    );
    await byId(eve.who, 'unblock', 'blockId', parted.block.id, '');
    await this.pass();
  }

  async coalitions(): Promise<void> {
    const [ste, bea] = [await this.found(), await this.found()];
    const own = await factories.group(this.app, { steward: ste.who, name: canary() });
    const other = await factories.group(this.app, { steward: bea.who, name: canary() });
    const founding = { founder: ste.who, party: { groupId: own.id }, name: canary() };
    const coalition = await makeCoalition(this.app, founding);
    const { invitation } = await inviteToCoalition(ste.who, coalition, { groupId: other.id });
    await this.pass();
    await byId(ste.who, 'withdrawCoalitionInvitation', 'invitationId', invitation.id, '');
    await this.pass();
  }

  async groups(): Promise<void> {
    const [ste, bea, eve] = [await this.found(), await this.found(), await this.found()];
    const part = { steward: ste.who, name: canary(), purpose: canary() };
    const { id: groupId } = await factories.group(this.app, part);
    const asked = { groupId, answer: canary() };
    const { requestToJoin } = await mutate(
      ...([bea.who, 'requestToJoin', asked, 'RequestToJoinInput', '{ id }'] as const),
    );
    await this.pass();
    await byId(ste.who, 'acceptJoinRequest', 'joinRequestId', requestToJoin.id);
    const inside = 'select id from membership where account_id = $1 and group_id = $2';
    const [bees] = await this.app.db.query<{ id: string }>(inside, [bea.who.accountId, groupId]);
    await byId(ste.who, 'offerStewardship', 'membershipId', bees!.id, '');
    const invited = { groupId, personId: eve.personId };
    await mutate(ste.who, 'inviteToGroup', invited, 'InviteToGroupInput', '{ id }');
    await this.pass();
    await byId(ste.who, 'withdrawStewardshipOffer', 'membershipId', bees!.id, '');
    await byId(ste.who, 'makeFacilitator', 'membershipId', bees!.id, '');
    await this.pass();
    await byId(ste.who, 'endFacilitation', 'membershipId', bees!.id, '');
    const version = { groupId, text: canary(), summary: canary(), basedOn: 1, graceDays: 60 };
    await mutate(ste.who, 'publishAgreements', version, 'PublishAgreementsInput', '{ id }');
    await this.pass();
    const listed = await apiAs(ste.who).ask(SENT_INVITATIONS, { id: groupId });
    await apiAs(ste.who).ask(WITHDRAW_INVITATION, { id: listed.sentGroupInvitations[0].id });
    await this.pass();
    const { id: channelId } = await factories.channel(this.app, {
      group: { id: groupId },
      name: canary(),
    });
    await matters.postText(bea.who, channelId, canary());
    await mentionByMail(bea.who, ste.who, channelId, canary());
    const by = { steward: ste.who, groupId, line: canary() };
    const id = await suggested(this.app, by, [bea.who, eve.who]);
    await this.pass();
    for (const { who } of [bea, eve]) await apiAs(who).ask(AGREE, { id });
    const says = { name: canary(), about: canary(), audience: 'members' };
    const { foundOrganisation } = await mutate(
      ...([ste.who, 'foundOrganisation', says, 'FoundOrganisationInput', '{ id }'] as const),
    );
    const into = { organisationId: foundOrganisation.id, personId: eve.personId };
    await mutate(ste.who, 'inviteToOrganisation', into, 'InviteToOrganisationInput', '{ id }');
    await this.pass();
    const { organisationInvitations } = await apiAs(eve.who).ask(
      '{ organisationInvitations { id } }',
    );
    const [waiting] = organisationInvitations;
    await byId(eve.who, 'declineOrganisationInvitation', 'invitationId', waiting!.id, '');
    await byId(ste.who, 'handOverStewardship', 'membershipId', bees!.id, '');
    await this.pass();
    // Bea, now the only steward, leaves, and Ste is asked.
    await apiAs(bea.who).ask(LEAVE_WITHOUT_STEWARD, { id: bees!.id });
    this.app.clock.move(14 * DAY);
    await this.app.get(GroupsJobs).searchStewards();
    await this.pass();
    this.app.clock.move(-14 * DAY);
    const { successionRequests } = await apiAs(ste.who).ask(SUCCESSION_REQUESTS);
    await apiAs(ste.who).ask(ACCEPT_SUCCESSION, { id: successionRequests[0]!.id });
    await this.pass();
    await byId(ste.who, 'archiveGroup', 'groupId', groupId);
    await this.pass();
  }

  /** Truncates the audit chain, as an attacker with the database password could. */
  async audit(): Promise<void> {
    const { app } = this;
    await this.one('auditor');
    await app.get(AuditJobs).keepHead();
    const attacker = new Client(app.databaseUrl);
    await attacker.connect();
    await dropAuditProtection(attacker);
    await attacker.query('delete from audit_entry where seq = (select max(seq) from audit_entry)');
    await attacker.end();
    await app.get(AuditJobs).verify();
    await this.pass();
  }

  async accounts(): Promise<void> {
    const { app } = this;
    const [ana, gone] = [await this.one(), await this.one()];
    const email = `${crypto.randomUUID()}@trama.example`;
    await mutate(
      ana,
      'changeAddress',
      { email, password: TEST_PASSWORD },
      'ChangeAddressInput',
      '{ id }',
    );
    await sendForm({ app }, '/pt/forgot', { email: ana.email });
    await mutate(gone, 'deleteAccount', { password: TEST_PASSWORD }, 'PasswordInput', '{ id }');
    await this.pass();
    await this.one('probation');
    await extendSessions(gone);
    app.clock.move(31 * DAY);
    await app.get(SigninJobs).deleteAccountsThatAreDue();
    await app.get(StandingJobs).tellThatProbationIsOver();
    const idle = `update account set active_month = '2020-01-01' where id = $1`;
    await app.db.query(idle, [ana.accountId]);
    await app.get(StandingJobs).endWhatIsIdle();
    await this.pass();
    app.clock.move(-31 * DAY);
  }
}
