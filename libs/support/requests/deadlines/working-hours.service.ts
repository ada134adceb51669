import { isDeepStrictEqual } from 'node:util';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { ChangeableSettingsService } from '#settings/changeable-settings.service.js';
import { SettingsService } from '#settings/settings.service.js';
import {
  DEFAULT_WORKING_HOURS,
  hasWorkingDay,
  type Holiday,
  weekdayAt,
  type WorkingHours,
} from './working-hours.js';
import type { WorkingHoursInput } from './working-hours.view.js';

export const WORKING_HOURS_SETTING = 'workingHours';

/** The working hours of the instance, a setting that two administrators change. */
@Injectable()
export class WorkingHoursService implements OnModuleInit {
  private readonly afterChange: ((hours: WorkingHours) => Promise<void>)[] = [];

  constructor(
    private readonly access: AccessService,
    private readonly settings: SettingsService,
    private readonly changeable: ChangeableSettingsService,
    private readonly changes: ChangeSettingsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit() {
    this.changeable.register(WORKING_HOURS_SETTING, {
      current: () => this.current(),
      check: async (value) => {
        const now = await this.current();
        if (isDeepStrictEqual(sorted(value as WorkingHours), sorted(now)))
          throw new Conflict('settings.same');
      },
      apply: async (value) => {
        await this.settings.setWorkingHours(value as WorkingHours);
        for (const callback of this.afterChange) await callback(value as WorkingHours);
      },
      // The web app words the hours in the language of the reader.
      shown: (from, to) => [
        { label: 'from', value: JSON.stringify(sorted(from as WorkingHours)) },
        { label: 'to', value: JSON.stringify(sorted(to as WorkingHours)) },
      ],
    });
  }

  /** Registers a callback that runs in the transaction in which other hours begin to hold. */
  onChange(callback: (hours: WorkingHours) => Promise<void>): void {
    this.afterChange.push(callback);
  }

  async current(): Promise<WorkingHours> {
    const hours = (await this.settings.instance())?.workingHours as WorkingHours | null | undefined;
    return hours ?? DEFAULT_WORKING_HOURS;
  }

  /** The weekday in the zone of the working hours now, 1 for Monday. */
  async today(): Promise<number> {
    return weekdayAt(await this.current(), this.clock.now());
  }

  read(viewer: Viewer): Promise<WorkingHours> {
    this.access.allow(viewer, 'change', 'Instance');
    return this.current();
  }

  /** Requests other hours; they must have a working day within 60 days, and another administrator approves them. */
  ask(viewer: Viewer, { reason, weekdays, holidays, ...hours }: WorkingHoursInput) {
    const value = sorted({ ...hours, weekdays, holidays });
    if (!hasWorkingDay(value, this.clock.now()))
      throw new Invalid('input', { weekdays: 'noWorkingDay' });
    return this.changes.ask(viewer, { setting: WORKING_HOURS_SETTING, value }, reason);
  }
}

const keyOf = ({ date, country }: Holiday) => `${date} ${country}`;

/** The hours in one order, with each holiday once. */
function sorted({ zone, weekdays, from, to, holidays }: WorkingHours): WorkingHours {
  const byKey = new Map(
    holidays.map(({ date, country }) => [keyOf({ date, country }), { date, country }]),
  );
  return {
    ...{ zone, weekdays: weekdays.toSorted(), from, to },
    holidays: [...byKey.values()].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
  };
}
