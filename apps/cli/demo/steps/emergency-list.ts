import type { AddEmergencyLineInput } from '#support/emergency-list/emergency-list.inputs.js';
import { EmergencyLineRequestsService } from '#support/emergency-list/emergency-line-requests.service.js';
import { approveTwoPersonAct } from './duties.js';
import type { DemoContext, DemoStep } from './demo-context.js';

/** The administrators put three services on the emergency list. A fourth one waits for approval. */
export function emergencyListSteps(stage: DemoContext): DemoStep[] {
  return [
    { daysAgo: 28, run: () => addLines(stage) },
    { daysAgo: 0.2, run: () => ask(stage, WAITING).then(() => undefined) },
  ];
}

async function addLines(stage: DemoContext): Promise<void> {
  for (const line of LINES) await approveTwoPersonAct(stage, await ask(stage, line));
}

const ask = (stage: DemoContext, line: AddEmergencyLineInput) =>
  stage.confirmed('admin1', (viewer) =>
    stage.get(EmergencyLineRequestsService).askToAdd(viewer, line),
  );

const text = (es: string, pt = '', en = '') => ({ es, pt, en });
const ALWAYS = text('24 horas', '24 horas', '24 hours');
const reason = 'Llamamos las dos, y contestaron.';

/** Fictional services with fictional numbers. */
const LINES: readonly AddEmergencyLineInput[] = [
  {
    name: text('Guardia de defensoras y defensores', 'Plantão de defensoras e defensores'),
    purpose: text(
      'Detención, amenaza, allanamiento',
      'Prisão, ameaça, busca policial',
      'Arrest, threats, a raid',
    ),
    hours: ALWAYS,
    languages: ['language:es', 'language:qu'],
    ...{ territory: 'territory:PE', phone: '+51 1 555 0142', reason },
  },
  {
    name: text('Auxilio digital', 'Socorro digital', 'Digital first aid'),
    purpose: text(
      'Cuentas tomadas, teléfono robado',
      'Contas invadidas, celular roubado',
      'Accounts taken over, a stolen phone',
    ),
    hours: ALWAYS,
    languages: ['language:es', 'language:pt'],
    ...{ territory: null, phone: '+55 11 5550 0117', reason },
  },
  {
    name: text('Acompañamiento emocional'),
    purpose: text('Después de algo que te dejó mal'),
    hours: text('Todos los días, de 8:00 a 22:00 de Lima'),
    languages: ['language:es'],
    ...{ territory: 'territory:PE', phone: '+51 1 555 0166', reason },
  },
];

const WAITING: AddEmergencyLineInput = {
  name: text('Plantón de la cuenca', 'Plantão da bacia'),
  purpose: text('Amenaza a comunidades', 'Ameaça a comunidades'),
  hours: ALWAYS,
  languages: ['language:pt'],
  ...{ territory: 'territory:BR', phone: '+55 92 3555 0121' },
  reason: 'Falei com a equipe na semana passada; respondem também de madrugada.',
};
