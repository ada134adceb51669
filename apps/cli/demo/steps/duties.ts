import { TwoPersonDecisions } from '#audit/two-person/two-person-decisions.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { twoPersonRequestHash } from '#audit/two-person/two-person-request-hash.js';
import { DutyName } from '#members/duty.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyCodesService } from '#settings/duties/duty-codes.service.js';
import { type DutyGrant, GrantDutiesService } from '#settings/duties/grant-duties.service.js';
import { MakeStaffService } from '#settings/duties/make-staff.service.js';
import { OwnDutiesService } from '#settings/duties/own-duties.service.js';
import { membersInJoiningOrder, PROBATION_DAYS } from '../applications/joining-order.js';
import { isFounder, DEMO_PEOPLE, DEMO_STAFF } from '../people/people.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Two administrators give duties to members who agreed to them. One request still waits for approval. */
export function dutySteps(stage: DemoContext): DemoStep[] {
  const supporters = membersInJoiningOrder().filter(({ person }) =>
    person.handle.startsWith('supporter'),
  );
  return [
    { daysAgo: 398, run: () => nameHolders(stage) },
    ...supporters.map(({ person, joinedDaysAgo }) => ({
      daysAgo: joinedDaysAgo - PROBATION_DAYS - 1,
      run: () => give(stage, person),
    })),
    { daysAgo: 0.2, run: async () => void (await askFor(stage, 'steward1', WANTED, WHY)) },
  ];
}

const WANTED = {
  knownAs: 'Yolanda, de Loma de Neblina',
  duties: [DutyName.vet, DutyName.moderate],
};
const WHY =
  'Lleva más de medio año aquí, conoce a mucha gente y en la reunión de octubre aceptó leer postulaciones.';

/** Sets the names under which administrators know the founders and each other. */
async function nameHolders(stage: DemoContext): Promise<void> {
  const founders = DEMO_PEOPLE.filter(({ handle }) => isFounder(handle));
  const staff = DEMO_STAFF.filter(({ duty }) => duty === 'administer');
  for (const { handle, name } of [...founders, ...staff]) {
    await stage.get(OwnDutiesService).nameHolder(await stage.viewer(handle), name);
  }
}

async function give(stage: DemoContext, { handle, name }: { handle: string; name: string }) {
  const grant = { knownAs: name, duties: [DutyName.support] };
  const why = 'Acompaña organizaciones desde hace años y aceptó hacerlo aquí.';
  await approveTwoPersonAct(stage, await askFor(stage, handle, grant, why));
}

async function askFor(
  stage: DemoContext,
  handle: string,
  grant: Omit<DutyGrant, 'codeId'>,
  why: string,
): Promise<TwoPersonAct> {
  const { code } = await stage.confirmed(handle, (viewer) =>
    stage.get(DutyCodesService).make(viewer),
  );
  const ask = (viewer: Viewer) =>
    stage.get(GrantDutiesService).ask(viewer, { ...grant, code }, why);
  return stage.confirmed('admin1', ask);
}

/** Lets the other administrator read and approve the act. Returns the approved act. */
export function approveTwoPersonAct(stage: DemoContext, act: TwoPersonAct): Promise<TwoPersonAct> {
  const hash = twoPersonRequestHash(act);
  return stage.confirmed('admin2', (viewer) =>
    stage.get(TwoPersonDecisions).approve(viewer, act.id, hash),
  );
}

/** Creates the staff account of the auditor with both administrators and returns its id. */
export async function createAuditorAccount(stage: DemoContext, knownAs: string): Promise<string> {
  const why = 'La auditoría la hace alguien de fuera, de confianza.';
  const seating = { duty: DutyName.audit, knownAs } as const;
  const ask = (viewer: Viewer) => stage.get(MakeStaffService).ask(viewer, seating, why);
  const { aboutId } = await approveTwoPersonAct(stage, await stage.confirmed('admin1', ask));
  return aboutId!;
}
