import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { EMERGENCY_LINE_ACT_KIND, type EmergencyLinePayload } from './change-emergency-line-act.js';
import type { EmergencyLineValues } from './describe-emergency-line.js';
import { EmergencyLine, type EmergencyText } from './emergency-line.entity.js';
import type {
  AddEmergencyLineInput,
  ChangeEmergencyLineInput,
  EmergencyLineFields,
  EmergencyTextInput,
} from './emergency-list.inputs.js';
import { dialledNumber, parseEmergencyPhone } from './emergency-phone.js';

/** Requests to add or change an emergency line; another administrator approves them. */
@Injectable()
export class EmergencyLineRequestsService {
  constructor(
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
  ) {}

  /** Requests a new line. Two requests for the same number cannot wait at once. */
  async askToAdd(viewer: Viewer, { reason, ...input }: AddEmergencyLineInput) {
    const to = valuesOf(input);
    const key = `new:${to.territory ?? ''}:${dialledNumber(to.phone)}`;
    return this.ask(viewer, key, { from: null, to }, reason);
  }

  /** Requests a change of a line. Throws Conflict `emergencyLine.changed` if it is no longer as the requester read it. */
  async askToChange(
    viewer: Viewer,
    { lineId, version, reason, ...input }: ChangeEmergencyLineInput,
  ): Promise<TwoPersonAct> {
    const line = await this.access.load(EmergencyLine, lineId, viewer, 'propose');
    if (line.version !== version) throw new Conflict('emergencyLine.changed');
    const { name, purpose, hours, languages, territory, phone } = line;
    const from = { name, purpose, hours, languages, territory, phone, version };
    return this.ask(viewer, lineId, { from, to: valuesOf(input) }, reason);
  }

  private ask(viewer: Viewer, subjectKey: string, payload: EmergencyLinePayload, reason: string) {
    return this.twoPerson.ask(viewer, {
      kind: EMERGENCY_LINE_ACT_KIND,
      ...{ subjectKey, payload, reason },
    });
  }
}

function valuesOf(input: Omit<EmergencyLineFields, 'reason'>): EmergencyLineValues {
  const territory = input.territory ?? null;
  const phone = parseEmergencyPhone(input.phone, territory);
  if (!phone) throw new Invalid('input', { phone: 'notPhone' });
  return {
    name: textOf(input.name),
    purpose: textOf(input.purpose),
    hours: textOf(input.hours),
    languages: input.languages,
    ...{ territory, phone },
  };
}

const textOf = ({ es, pt, en }: EmergencyTextInput): EmergencyText => ({
  ...{ es, pt: pt || null, en: en || null },
});
