import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isSlug, randomSlugSuffix, slugOf } from '#kernel/slug.js';
import { GroupKind, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { wordLexemes } from '#taxonomy/words/term-search.js';
import { AgreementsService } from './agreements/agreements.service.js';
import { Group, GroupAccess } from './group.entity.js';
import { GroupFounded } from './groups.events.js';
import type { EditGroupInput, CreateGroupInput, GroupTextInput } from './groups.inputs.js';

const wordsIn = ({ name, purpose }: Pick<Group, 'name' | 'purpose'>) => wordLexemes(name, purpose);

type QuestionsInput = Pick<GroupTextInput, 'questions' | 'question'> &
  Pick<EditGroupInput, 'questionsBefore'>;

/**
 * The join questions after an edit. Throws Conflict if the steward edited other questions than the group has now. A web
 * app that knows one question sends `question`: it changes the only question, and throws Conflict if there are several
 * meanwhile.
 */
function newQuestions(
  now: string[],
  { questions, questionsBefore, question }: QuestionsInput,
): string[] {
  if (questionsBefore && !isDeepStrictEqual(questionsBefore, now)) {
    throw new Conflict('group.questionsChanged');
  }
  if (questions) return questions;
  if (question == null || question === (now[0] ?? '')) return now;
  if (now.length > 1) throw new Conflict('group.questionsChanged');
  return question ? [question] : [];
}

@Injectable()
export class GroupsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly memberships: MembershipsService,
    private readonly quotas: ContactQuotasService,
    private readonly agreements: AgreementsService,
  ) {}

  /**
   * Creates a group with the viewer as its steward. Only the demo world sets `slug`, because its addresses are fixed.
   */
  async found(
    viewer: Viewer,
    { agreements, ...input }: CreateGroupInput,
    slug?: string,
  ): Promise<Group> {
    this.access.allow(viewer, 'found', 'Group');
    if (!input.isListed && input.access === GroupAccess.request) {
      throw new Invalid('group.hiddenByRequest', { access: 'hiddenByRequest' });
    }
    const { question: _question, ...texts } = input;
    return this.db.write(async () => {
      await this.quotas.use(viewer.accountId, 'foundGroup');
      const groups = this.db.repo(Group);
      // Always append a random tail: a collision would reveal that a hidden group exists.
      const address = slug ?? `${slugOf(input.name)}-${randomSlugSuffix(8)}`;
      const group = await groups.save(
        groups.create({
          ...{ ...texts, questions: newQuestions([], input) },
          ...{ words: wordsIn(input), slug: address },
        }),
      );
      await this.memberships.start(viewer.accountId, group.id, MembershipRole.steward);
      await this.agreements.start(group.id, viewer.accountId, agreements);
      await this.events.record(GroupFounded, { groupId: group.id });
      return group;
    });
  }

  edit(viewer: Viewer, { groupId, agreements, ...input }: EditGroupInput): Promise<Group> {
    const { question: _question, questionsBefore: _before, ...texts } = input;
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'edit');
      if (group.kind !== GroupKind.group) throw new NotFound();
      const questions = newQuestions(group.questions, input);
      if (typeof agreements === 'string')
        await this.agreements.replace(viewer, groupId, agreements);
      return this.db
        .repo(Group)
        .save(Object.assign(group, texts, { questions, words: wordsIn(texts) }));
    });
  }

  /** The texts of a group that a report forwards. */
  async reportableTexts({ id, purpose, questions }: Group): Promise<string[]> {
    return [purpose, ...questions, ...(await this.agreements.visibleTexts(id))];
  }

  /** Removes the group's text for moderation; its name remains. Does nothing if the group was deleted. */
  async removeTexts(id: string): Promise<void> {
    this.db.assertWriting();
    const group = await this.db.repo(Group).findOneBy({ id });
    if (!group) return;
    const nothing = { purpose: '', questions: [] };
    await this.agreements.removeTexts(id);
    await this.db.repo(Group).update(id, { ...nothing, words: wordLexemes(group.name) });
  }

  /** Throws NotFound for a hidden and for an unknown slug. */
  async bySlug(viewer: Viewer, slug: string): Promise<Group> {
    if (!isSlug(slug)) throw new NotFound();
    const query = this.access.list(Group, viewer).andWhere('it.slug = :slug', { slug });
    const group = await query.getOne();
    if (!group) throw new NotFound();
    return group;
  }

  /** The viewer's groups, by name. A coalition is none of them. */
  mine(viewer: Viewer): Promise<Group[]> {
    return this.access
      .list(Group, viewer)
      .andWhere('it.id = any(:mine)', { mine: viewer.groups.member })
      .andWhere('it.kind = :kind', { kind: GroupKind.group })
      .orderBy('it.name')
      .addOrderBy('it.id')
      .getMany();
  }
}
