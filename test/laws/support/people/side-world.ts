import { EventsWorker } from '#events/events.worker.js';
import { DAY } from '#kernel/clock.js';
import { DutyName } from '#members/duty.entity.js';
import { DutiesService } from '#members/duties.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { StandingService } from '#members/standing.service.js';
import { HelperRights } from '#support/helpers/helper-rights.js';
import { CasePartnersService } from '#support/partners/case-partners.service.js';
import { PausedCasesService } from '#support/pauses/paused-cases.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { OfferJobs } from '#support/team/offer-jobs.js';
import type { TestApp } from '../../../support/app/app.js';
import { apiAs, RefusedError } from '../../../support/app/client.js';
import { makePeople, type Person, signInAgain } from '../../../support/factories/make-people.js';
import { helperActions } from '../../../support/factories/support/case-helpers.js';
import { partnerActions } from '../../../support/factories/support/case-partners.js';
import { teamActions } from '../../../support/factories/support/case-team.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
  withWorkName,
} from '../../../support/factories/support-requests.js';
import { makeVisibleProfile } from '../../../support/factories/visible-profiles.js';
import { threadActions } from '../../../support/messages/case-threads.js';
import {
  actOnItems,
  isItemStep,
  ITEM_FIELDS,
  type ItemStepKind,
  linksFrom,
  tasksFrom,
} from '../case-items.js';
import { readFields } from '../read-fields.js';
import { isSupporter } from './side-state.js';
import { SideModel } from './side-model.js';
import {
  PEOPLE,
  type SideChoice,
  type SidePerson,
  type SideStep,
  SUPPORTERS,
} from './side-steps.js';

type All<Value> = Record<SidePerson, Value>;

/** Fields that a person asks for by the id of the case. */
const BY_ID = {
  own: 'supportRequest(id: $id) { id }',
  file: 'supportCase(id: $id) { id }',
  team: 'caseTeam(id: $id) { members { isLead } }',
  side: 'casePartners(id: $id) { id }',
  helpers: 'caseHelpers(id: $id) { id }',
  consents: 'caseConsents(id: $id) { id }',
  ...ITEM_FIELDS,
} as const;
type FieldById = keyof typeof BY_ID;
const LISTS = {
  onSide: '{ partnerCases { id } }',
  invited: '{ partnerInvitations { id } }',
  asked: '{ helperCases { id } }',
  offered: '{ caseOffers { id } }',
} as const;

/** The product with the people of the model, and one case. */
export class SideWorld {
  readonly model = new SideModel();
  private names = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly people: All<Person>,
    private readonly personIds: All<string>,
    private readonly supporterIds: Partial<All<string>>,
    private readonly approver: Person,
    private readonly id: string,
  ) {}

  /** Without the requests and supporters of an earlier history. */
  static async begin(app: TestApp): Promise<SideWorld> {
    await app.db.query('delete from support_request');
    await app.db.query(`delete from duty where name = 'support'`);
    const kinds = PEOPLE.map((name) => [name, isSupporter(name) ? 'supporter' : 'member']);
    const people = (await makePeople(app, Object.fromEntries(kinds))) as All<Person>;
    const personIds = {} as All<string>;
    const supporterIds: Partial<All<string>> = {};
    for (const name of PEOPLE)
      personIds[name] = (await makeVisibleProfile(people[name], name)).personId;
    for (const name of SUPPORTERS) {
      const workName = `${name} ${crypto.randomUUID().slice(0, 8)}`;
      supporterIds[name] = (await withWorkName(people[name], workName)).supporterId;
    }
    const approver = await makeSupporter(app);
    const id = await askForSupport(people.ana);
    await supporterActions(people.sol).take(id);
    return new SideWorld(app, people, personIds, supporterIds, approver, id);
  }

  /** Performs a step and compares the product with the model. */
  async take(step: SideStep, probe: number): Promise<void> {
    const expected = this.model.isPossible(step);
    const refusal = await this.perform(step);
    if ((refusal === null) !== expected) throw new Error(`${refusal ?? 'not refused'}`);
    if (expected) this.model.take(step);
    const probed = PEOPLE[probe % PEOPLE.length]!;
    for (const who of new Set([step.by, probed])) await this.compare(who);
  }

  choose(choice: SideChoice): SideStep {
    return this.model.choose(choice);
  }

  /** Compares what everybody sees. */
  async finish(): Promise<void> {
    for (const who of PEOPLE) await this.compare(who);
  }

  /** Returns the refusal, or null if the product did the step. */
  private async perform(step: SideStep): Promise<RefusedError | null> {
    // The limits of a day are no part of this law.
    await this.app.db.query('delete from quota_use');
    try {
      await this.act(step);
      return null;
    } catch (error) {
      if (error instanceof RefusedError && error.code !== 'INTERNAL') return error;
      throw error;
    }
  }

  // oxlint-disable-next-line complexity -- one line for each kind of step
  private async act({ kind, by, other }: SideStep): Promise<unknown> {
    const { id } = this;
    const person = this.people[by];
    const [team, supporting, asking] = [
      ...([teamActions(person), supporterActions(person), requesterActions(person)] as const),
    ];
    const supporterId = this.supporterIds[other]!;
    if (isItemStep(kind)) return this.actOnItems(kind, by);
    switch (kind) {
      case 'offer':
      case 'offerToLead':
        return team.offer(id, supporterId, kind === 'offerToLead');
      case 'withdrawOffer':
        return team.withdraw(id, supporterId);
      case 'agree':
        return team.agree(id, supporterId);
      case 'acceptOffer':
      case 'acceptToLead':
        return team.accept(id, kind === 'acceptToLead');
      case 'declineOffer':
        return team.decline(id);
      case 'leave':
        return team.leave(id);
      case 'takeAgain':
        return supporting.take(id);
      case 'release':
      case 'close':
        return supporting[kind](id);
      case 'exclude':
        return asking.exclude(id, [supporterId]);
      case 'include':
        return asking.exclude(id, [], [supporterId]);
      case 'reopen':
        return asking.reopen(id);
      case 'passDays':
        return this.pass();
      default:
        return (await this.actOnSide({ kind, by, other })) ?? this.actAsSystem({ kind, by, other });
    }
  }

  /** Steps of the partner side and of outside helpers. */
  // oxlint-disable-next-line complexity -- one line for each kind of step
  private async actOnSide({ kind, by, other }: SideStep): Promise<unknown> {
    const { id } = this;
    const person = this.people[by];
    const [side, helping] = [partnerActions(person), helperActions(person)];
    switch (kind) {
      case 'invite':
        return side.invite(id, this.personIds[other]);
      case 'remove':
        return side.remove(id, await this.partnerId(other));
      case 'acceptInvitation':
        return side.accept(id, this.newName());
      case 'declineInvitation':
        return side.decline(id);
      case 'leaveSide':
        return side.leave(id);
      case 'offerOwnership':
        return side.offerOwnership(id, await this.partnerId(other));
      case 'withdrawOwnership':
        return side.offerOwnership(id, null);
      case 'acceptOwnership':
      case 'declineOwnership':
      case 'leaveOwn':
      case 'comeBack':
      case 'takeOver':
        return side[kind](id);
      case 'ask':
        return helping.ask(id, this.personIds[other]);
      case 'help':
        return helping.agree(id, this.newName());
      case 'leaveHelp':
        return helping.leave(id);
      case 'describe':
        return helping.describe(await this.helper(other), `Antena ${this.names++}`, 3);
      case 'consent':
        return this.consent(person, other);
      case 'withdrawConsent':
        return helping.withdraw(await this.helper(other));
      case 'endHelper':
        return helping.end(await this.helper(other));
      case 'share':
        return this.share(by, other);
      default:
        return undefined;
    }
  }

  private async actAsSystem({ kind, by, other }: SideStep): Promise<void> {
    const [one, two] = [this.people[by].accountId, this.people[other].accountId];
    await this.app.db.write(() => this.change(kind, one, two));
    await this.app.get(EventsWorker).drain();
    await this.signIn([by]);
  }

  private async change(kind: SideStep['kind'], one: string, other: string): Promise<unknown> {
    const { app } = this;
    const [alliances, separations] = [app.get(AlliancesService), app.get(SeparationsService)];
    const [duties, standing] = [app.get(DutiesService), app.get(StandingService)];
    switch (kind) {
      case 'ally':
        return alliances.start(one, other);
      case 'endAlliance':
        return alliances.end((await alliances.between(one, other))!);
      case 'separate':
        await separations.lock(one, other);
        return separations.start(one, other);
      case 'reconcile':
        return separations.end((await separations.between(one, other))!.id);
      case 'giveDuty':
        return duties.give(one, [DutyName.support], 'Apoyo');
      case 'takeDuty':
        return duties.take((await duties.of(one))[0]!);
      case 'suspend':
        return standing.suspend(one, app.clock.in(10_000 * DAY));
      case 'restore':
        return standing.restore(one);
      default:
        throw new Error(`no step: ${kind}`);
    }
  }

  private async consent(requester: Person, of: SidePerson): Promise<unknown> {
    const which = await this.helper(of);
    const [row] = await helperActions(requester)
      .consents(this.id)
      .then((all) => all.filter(({ id }) => id === which.helperId))
      .catch(() => []);
    return helperActions(requester).consent(which, row?.hash ?? 'a'.repeat(64));
  }

  /** The lead asks, and a supporter without a part in the case approves. */
  private async share(by: SidePerson, of: SidePerson): Promise<unknown> {
    await this.signIn([by]);
    const { id, hash } = await helperActions(this.people[by]).share(await this.helper(of));
    return helperActions(await signInAgain(this.approver)).approve(id, hash);
  }

  /** The entry of a helper that has not ended, or an id of none. */
  private async helper(who: SidePerson) {
    const [row] = await this.app.db.query<{ id: string }>(
      'select id from case_helper where request_id = $1 and account_id = $2 and ended_at is null',
      [this.id, this.people[who].accountId],
    );
    return { requestId: this.id, helperId: row?.id ?? crypto.randomUUID() };
  }

  private async partnerId(who: SidePerson): Promise<string> {
    const [row] = await this.app.db.query<{ id: string }>(
      'select id from case_partner where request_id = $1 and account_id = $2',
      [this.id, this.people[who].accountId],
    );
    return row?.id ?? crypto.randomUUID();
  }

  /** A name that contains no other name of the case. */
  private newName = (): string => `Vecina ${String(this.names++).padStart(4, '0')}`;

  private async pass(): Promise<string> {
    this.app.clock.move(2 * DAY);
    await this.app.get(SupportJobs).returnUnreadable();
    await this.app.get(OfferJobs).endOffers();
    await this.app.get(HelperRights).run();
    await this.app.get(CasePartnersService).run();
    await this.app.get(PausedCasesService).run();
    await this.signIn(PEOPLE);
    return 'passed';
  }

  private async signIn(names: readonly SidePerson[]): Promise<void> {
    for (const name of names) this.people[name] = await signInAgain(this.people[name]);
  }

  /** Compares what a person reads with the model. */
  private async compare(who: SidePerson): Promise<void> {
    const { model, id } = this;
    const [owns, works, isOnSide] = [
      ...([model.owns(who), model.works(who), model.isOnSide(who)] as const),
    ];
    const isRequester = who === model.requester;
    const isPart = owns || works || isOnSide;
    const byId: Record<FieldById, boolean> = {
      ...{
        own: isRequester,
        file: works,
        team: isPart,
        side: owns,
        helpers: works,
        consents: isPart,
      },
      ...{ links: model.readsLinks(who), tasks: works },
    };
    const expected = (Object.keys(byId) as FieldById[]).filter((name) => byId[name]);
    const [answers, lists, threads] = await Promise.all([
      readFields(this.people[who], { fields: BY_ID, expected, id }),
      this.readLists(who),
      this.readThreads(who),
    ]);
    const { links, tasks, ...read } = answers;
    expect({
      ...{ who, read: Object.keys(read).toSorted(), ...lists, threads },
      ...{ links: linksFrom(links), tasks: tasksFrom(tasks, this.supporterIds) },
    }).toEqual({
      ...{ who, read: expected.filter((one) => !(one in ITEM_FIELDS)).toSorted() },
      ...{ onSide: isOnSide, invited: model.isInvited(who), asked: model.isAsked(who) },
      ...{ offered: model.isOffered(who), threads: model.threadsOf(who) },
      links: byId.links ? model.items.links : null,
      tasks: byId.tasks ? model.items.describedTasks : null,
    });
  }

  /** Whether the case is in each list of a person. */
  private async readLists(who: SidePerson): Promise<Record<string, boolean>> {
    const { id } = this;
    const found = await Promise.all(
      Object.entries(LISTS).map(async ([name, document]) => {
        const answer: object = await apiAs(this.people[who])
          .ask(document)
          .catch(() => ({}));
        const rows = Object.values(answer).flat() as { readonly id: string }[];
        return [name, rows.some((row) => row.id === id)] as const;
      }),
    );
    return Object.fromEntries(found);
  }

  /** The threads that a person lists. Those that they do not list cannot be read either. */
  private async readThreads(who: SidePerson): Promise<string[]> {
    const person = threadActions(this.people[who]);
    const [channels, list] = await Promise.all([
      this.app.db.query<{ id: string; thread: string }>(
        `select id, thread from channel where case_id = $1
         order by thread = 'outside', thread = 'internal', created_at, id`,
        [this.id],
      ),
      person.list(),
    ]);
    const listed = new Set(list.map(({ channelId }) => channelId));
    const codes = await Promise.all(channels.map((channel) => person.readCode(channel.id)));
    let outside = 0;
    const read: string[] = [];
    for (const [at, { id, thread }] of channels.entries()) {
      const name = thread === 'outside' ? `outside ${outside++}` : thread;
      const isRead = codes[at] === 'OK';
      if (isRead !== listed.has(id)) throw new Error(`${who} lists and reads ${name} differently`);
      if (isRead) read.push(name);
    }
    return read;
  }

  private actOnItems(kind: ItemStepKind, by: SidePerson): Promise<unknown> {
    const name = this.model.items.nextName;
    const supporterId = this.supporterIds[by];
    const step = { kind, requestId: this.id, name, supporterId };
    return actOnItems(this.app, this.people[by], step);
  }
}
