import { newId } from '#kernel/ids.js';
import { recoveryPhraseHashes } from '#members/recovery-phrase.js';
import { SettingsService } from '#settings/settings.service.js';
import { MakeGuestRequest } from '#support/requests/guests/make-guest-request.js';
import { SupportKind } from '#support/requests/support-request.entity.js';
import { SupportBeneficiary, SupportDanger } from '#support/requests/support-request.inputs.js';
import { Language } from '#kernel/language.js';
import { DEMO_CASE_PHRASE } from '../../support-requests.js';
import type { DemoContext, DemoStep } from '../demo-context.js';

/** The demo instance takes requests without an account, and has one whose recovery phrase is known. */
export function guestSteps(stage: DemoContext): DemoStep[] {
  return [
    {
      daysAgo: 2,
      run: async () => {
        await stage.db.write(async () => {
          await stage.get(SettingsService).setAskWithoutAccount(true);
          const { requestId } = await stage.get(MakeGuestRequest).make({
            ...{ sendKey: newId(), language: Language.es, languages: ['language:es'] },
            ...{ kind: SupportKind.technology, danger: SupportDanger.no },
            goal: 'Elegir una herramienta para coordinar a quienes reparten el boletín.',
            tried: 'Una planilla compartida, que se llenó de errores.',
            ...{ name: 'Alba', safeWay: '', times: 'Después de las seis', voices: [] },
            ...{ beneficiary: SupportBeneficiary.group, beneficiaryNote: '' },
          });
          const [hash] = recoveryPhraseHashes(DEMO_CASE_PHRASE, 'case');
          await stage.db.query('update case_phrase set hash = $2 where request_id = $1', [
            requestId,
            hash,
          ]);
        });
      },
    },
  ];
}
