import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { OPERATOR_SETTING } from '#settings/operator-setting.js';
import { approveTwoPersonAct } from './duties.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** The administrators set the operator. Another request still waits for approval. */
export function approvalSteps(stage: DemoContext): DemoStep[] {
  return [
    { daysAgo: 397, run: () => nameOperator(stage) },
    {
      daysAgo: 0.1,
      run: () =>
        stage.confirmed('admin2', async (viewer) => {
          const change = { setting: 'vouchesNeeded', value: 3 };
          await stage.get(ChangeSettingsService).ask(viewer, change, WHY);
        }),
    },
  ];
}

async function nameOperator(stage: DemoContext): Promise<void> {
  const value = { name: 'Telar Común, asociación civil', contact: 'hola@trama.example' };
  const act = await stage.confirmed('admin1', (viewer) =>
    stage.get(ChangeSettingsService).ask(viewer, { setting: OPERATOR_SETTING, value }, NAMED_WHY),
  );
  await approveTwoPersonAct(stage, act);
}

const NAMED_WHY = 'Quien llega a la portada pregunta primero de quién es esto.';
const WHY =
  `Já somos mais de sessenta e quase todo mundo conhece mais de duas pessoas aqui. Com três avais fica mais
difícil alguém entrar por um só grupo.`.replaceAll('\n', ' ');
