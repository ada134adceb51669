import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { areNamesConfusable } from '#kernel/names/confusable-names.js';
import { MembershipsService } from '#members/memberships.service.js';
import {
  JOINING_QUESTION_FIELDS,
  type Audience,
  AUDIENCES,
  isWithinAudienceCeiling,
} from '#policy/facts/audiences.js';
import { startingFieldAudience } from '#policy/facts/audiences.js';
import type { Viewer } from '#policy/viewer.js';
import { ChosenGroupsService } from './chosen-groups.service.js';
import { type FieldKind, FIELD_KINDS, parseFieldValue } from './field-values.js';
import { monthNumberOf, Profile } from '../profile.entity.js';
import { ProfileField } from '../persons/profile-field.entity.js';
import { ProfileChangeNoticesService } from '../profile-change-notices.service.js';
import type { SetFieldAudienceInput, SetProfileFieldInput } from '../profiles.inputs.js';

/** The viewer's own profile and its audiences. A change also updates the directory in the same transaction. */
@Injectable()
export class OwnProfileService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly chosenGroups: ChosenGroupsService,
    private readonly news: ProfileChangeNoticesService,
    private readonly memberships: MembershipsService,
  ) {}

  /** Throws NotFound if the viewer has no profile. */
  async profile(viewer: Viewer): Promise<Profile> {
    const query = this.access.list(Profile, viewer, 'edit');
    const profile = await (this.db.isWriting ? query.setLock('pessimistic_write') : query).getOne();
    if (!profile) throw new NotFound();
    return profile;
  }

  /** All fields, in the order of the form. */
  async fields(viewer: Viewer): Promise<ProfileField[]> {
    const fields = await this.access.list(ProfileField, viewer, 'edit').getMany();
    return fields.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind));
  }

  /** Sets the value of a field. Throws Conflict if `version` is not the current version. */
  setValue(viewer: Viewer, { kind, version, ...given }: SetProfileFieldInput) {
    if (kind === 'avatar') throw new Invalid('input', { kind: 'uploaded' });
    return this.change(viewer, kind, version, async (field) => {
      const value = parseFieldValue(kind, given);
      if (kind === 'name') await this.assertNoPersona(viewer.accountId, value.text);
      return { ...field, ...value };
    });
  }

  /** Sets the audience of a field, optionally limited to chosen groups. The field `colour` follows the field `name`. */
  setAudience(viewer: Viewer, input: SetFieldAudienceInput): Promise<ProfileField> {
    const { kind, audience, groupIds, version } = input;
    if (kind === 'colour') throw new Invalid('input', { kind: 'goesWithName' });
    if (!isWithinAudienceCeiling(kind, audience))
      throw new Invalid('input', { audience: 'aboveCeiling' });
    if (groupIds && audience !== 'groups') throw new Invalid('input', { groupIds: 'notForGroups' });
    return this.change(viewer, kind, version, async (field) => {
      await this.chosenGroups.choose(viewer, field.id, groupIds ?? []);
      return { ...field, audience, isForChosenGroups: groupIds !== null && groupIds !== undefined };
    });
  }

  /**
   * Stores the answer to "may vetted members find you by your work?" and sets the starting audiences. It can be
   * answered only once; afterwards each audience is changed separately.
   */
  answerJoiningQuestion(viewer: Viewer, mayBeFound: boolean): Promise<Profile> {
    return this.db.write(async () => {
      const profile = await this.profile(viewer);
      if (profile.mayBeFound !== null) throw new Conflict('profile.alreadyAnswered');
      const audience = startingFieldAudience('name', mayBeFound);
      const fields = this.db.repo(ProfileField);
      await fields.update(
        { profileId: profile.id, kind: In(JOINING_QUESTION_FIELDS) },
        { audience, isForChosenGroups: false, version: () => 'version + 1' },
      );
      const freshMonth = monthNumberOf(this.clock.now());
      await this.db.repo(Profile).update(profile.id, { mayBeFound, freshMonth });
      await this.news.changed(profile, JOINING_QUESTION_FIELDS, {
        onlookers: [],
        widest: audience,
      });
      return { ...profile, mayBeFound, freshMonth };
    });
  }

  /** Replaces one field with the result of `work`, updates the directory and notifies open pages. */
  change(
    viewer: Viewer,
    kind: FieldKind,
    version: number | 'any',
    work: (field: ProfileField) => Promise<ProfileField>,
  ): Promise<ProfileField> {
    return this.db.write(async () => {
      const profile = await this.profile(viewer);
      const field = await this.ownField(viewer, kind);
      if (version !== 'any' && field.version !== version)
        throw new Conflict('profile.changedMeanwhile');
      const before = await this.news.onlookers(profile.id, [kind]);
      const changed = { ...(await work(field)), version: field.version + 1 };
      await this.db.repo(ProfileField).save(changed);
      if (kind === 'name') await this.alikeForColour(changed);
      await this.freshen(profile, changed);
      const widest = wider(field.audience, changed.audience);
      await this.news.changed(profile, [kind], { onlookers: [before], widest });
      return changed;
    });
  }

  /**
   * Rejects a name that looks like the name of one of the owner's personas, because it would link the persona to the
   * profile.
   */
  private async assertNoPersona(accountId: string, name: string): Promise<void> {
    const mine = await this.memberships.activeOfAccount(accountId);
    const isTaken = mine.some(({ personaName: other }) => other && areNamesConfusable(other, name));
    if (isTaken) throw new Invalid('input', { text: 'personaName' });
  }

  private async ownField(viewer: Viewer, kind: FieldKind): Promise<ProfileField> {
    const query = this.access
      .list(ProfileField, viewer, 'edit')
      .andWhere('it.kind = :kind', { kind });
    return query.getOneOrFail();
  }

  private async alikeForColour({ profileId, id, audience, isForChosenGroups }: ProfileField) {
    const fields = this.db.repo(ProfileField);
    const { id: colourId } = await fields.findOneByOrFail({ profileId, kind: 'colour' });
    const version = () => 'version + 1';
    await fields.update(colourId, { audience, isForChosenGroups, version });
    await this.chosenGroups.copy(id, colourId);
  }

  /** Updates `freshMonth` only for a field open to all members, since every member sees the resulting order. */
  private async freshen(profile: Profile, { audience }: ProfileField): Promise<void> {
    const freshMonth = monthNumberOf(this.clock.now());
    if (audience !== 'members' || profile.freshMonth === freshMonth) return;
    await this.db.repo(Profile).update(profile.id, { freshMonth });
  }
}

const placeOf = (kind: FieldKind) => FIELD_KINDS.indexOf(kind);
const wider = (a: Audience, b: Audience): Audience =>
  AUDIENCES.indexOf(a) > AUDIENCES.indexOf(b) ? a : b;
