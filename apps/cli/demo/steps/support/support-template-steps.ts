import { SupportTemplatePurpose } from '#support/templates/support-template.entity.js';
import { SupportTemplatesService } from '#support/templates/support-templates.service.js';
import { approveTwoPersonAct } from '../duties.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** The administrators agree on three texts from which supporters start. */
export function supportTemplateSteps(stage: DemoContext): DemoStep[] {
  return [{ daysAgo: 27, run: () => addTemplates(stage) }];
}

async function addTemplates(stage: DemoContext): Promise<void> {
  const templates = stage.get(SupportTemplatesService);
  const act = await stage.confirmed('admin1', async (viewer) => {
    const { readAs } = await templates.shown(viewer);
    const reason = 'Las escribimos con quienes dan apoyo.';
    return templates.ask(viewer, { items: TEMPLATES, readAs, reason });
  });
  await approveTwoPersonAct(stage, act);
}

const TEMPLATES = [
  {
    purpose: SupportTemplatePurpose.accept,
    titles: {
      es: 'Primer paso juntos',
      pt: 'Primeiro passo juntos',
      en: 'A first step together',
    },
    bodies: {
      es: 'Gracias por escribirnos. Leí todo. Propongo empezar por lo más urgente y avanzar a tu ritmo.',
      pt: 'Obrigada por nos escrever. Li tudo. Proponho começar pelo mais urgente e seguir no seu ritmo.',
      en: 'Thank you for writing to us. I read all of it. I suggest we start with what is most urgent and go at your pace.',
    },
  },
  {
    purpose: SupportTemplatePurpose.ask,
    titles: { es: 'Sin nombres', pt: 'Sem nomes', en: 'Without names' },
    bodies: {
      es: '¿Quién más usa esa cuenta o ese teléfono? Cuéntalo sin nombres: basta con cuántas personas son.',
      pt: 'Quem mais usa essa conta ou esse celular? Conte sem nomes: basta dizer quantas pessoas são.',
      en: 'Who else uses that account or device? No names, please: just how many people.',
    },
  },
  {
    purpose: SupportTemplatePurpose.refer,
    titles: {
      es: 'Otra red sabe más',
      pt: 'Outra rede sabe mais',
      en: 'Another network knows more',
    },
    bodies: {
      es: 'Esto lo hace mejor otra organización. Si quieres, te digo cómo escribirle sin contar más de lo necesario.',
      pt: 'Outra organização faz isso melhor. Se quiser, digo como escrever a ela sem contar mais do que o necessário.',
      en: 'Another organisation does this better. If you like, I can tell you how to contact them and share only what is needed.',
    },
  },
];
