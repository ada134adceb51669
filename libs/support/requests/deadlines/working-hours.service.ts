import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { LANGUAGES } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { ChangeableSettingsService } from '#settings/changeable-settings.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { termNameOf } from '#taxonomy/terms.js';
import { DEFAULT_WORKING_HOURS, hasWorkingDay, type WorkingHours } from './working-hours.js';
import type { WorkingHoursInput } from './working-hours.view.js';

export const WORKING_HOURS_SETTING = 'workingHours';

/** The working hours of the instance, a setting that two administrators change. */
@Injectable()
export class WorkingHoursService implements OnModuleInit {
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
        if (describe(value as WorkingHours) === describe(now)) throw new Conflict('settings.same');
      },
      apply: (value) => this.settings.setWorkingHours(value as WorkingHours),
      shown: (from, to) => [
        { label: 'from', value: describe(from as WorkingHours) },
        { label: 'to', value: describe(to as WorkingHours) },
      ],
    });
  }

  async current(): Promise<WorkingHours> {
    const hours = (await this.settings.instance())?.workingHours as WorkingHours | null | undefined;
    return hours ?? DEFAULT_WORKING_HOURS;
  }

  read(viewer: Viewer): Promise<WorkingHours> {
    this.access.allow(viewer, 'change', 'Instance');
    return this.current();
  }

  /** Requests other hours; they must have a working day within 60 days, and another administrator approves them. */
  ask(viewer: Viewer, { reason, weekdays, holidays, ...hours }: WorkingHoursInput) {
    const value: WorkingHours = {
      ...hours,
      weekdays: weekdays.toSorted(),
      holidays: holidays
        .map(({ date, country }) => ({ date, country }))
        .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
    };
    if (!hasWorkingDay(value, this.clock.now()))
      throw new Invalid('input', { weekdays: 'noWorkingDay' });
    return this.changes.ask(viewer, { setting: WORKING_HOURS_SETTING, value }, reason);
  }
}

const keyOf = ({ date, country }: WorkingHours['holidays'][number]) => `${date} ${country}`;

/** The hours as text for the approver, with words in all languages. */
function describe({ zone, weekdays, from, to, holidays }: WorkingHours): string {
  const days = LANGUAGES.map((language) => weekdays.map((day) => weekdayName(day, language)));
  const free = holidays.map(({ date, country }) => {
    const names = new Set(LANGUAGES.map((language) => termNameOf(country, language)));
    return `${date} ${[...names].join(' · ')}`;
  });
  const lines = [
    ...[zone, days.map((names) => names.join(' ')).join(' · ')],
    ...[`${clockTime(from)}–${clockTime(to)}`, ...free],
  ];
  return lines.join('\n');
}

/** The first of January 2024 was a Monday. */
const weekdayName = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  );

const clockTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
