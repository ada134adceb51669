import { ChangeSettings } from '#settings/change-settings.service.js';
import type { Act, Stage } from './stage.js';

/** One administrator has asked for something that the other has not seen yet. */
export function approvals(stage: Stage): Act[] {
  return [
    {
      daysAgo: 0.1,
      run: () =>
        stage.confirmed('admin2', async (viewer) => {
          const change = { setting: 'vouchesNeeded', value: 3 };
          await stage.get(ChangeSettings).ask(viewer, change, WHY);
        }),
    },
  ];
}

const WHY =
  `Já somos mais de sessenta e quase todo mundo conhece mais de duas pessoas aqui. Com três avais fica mais
difícil alguém entrar por um só grupo.`.replaceAll('\n', ' ');
