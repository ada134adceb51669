import { Trans, useLingui } from '@lingui/react/macro';
import type { QueuedForm } from '../../../lib/device/form-queue';
import { formExpiry } from '../../../lib/device/expiry/unsent-expiry';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMe } from '../../../lib/server/session';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ContentList } from '../content-list';
import { askInputIn, restoreDraft } from './ask-draft';
import { askPath } from './ask-steps';
import { isExclusionProblem, UnknownExclusion } from './unknown-exclusion';

/** The texts of an unsent request, and a button that puts a refused one back into the form. */
export function UnsentRequest({ form }: { form: QueuedForm }) {
  const { t, i18n } = useLingui();
  const { standing } = useMe();
  const toast = useToast();
  const navigate = usePageNavigate();
  const day = i18n.date(new Date(formExpiry(form)), { dateStyle: 'long' });
  const restore = async () => {
    if (await restoreDraft(form)) navigate(askPath('check'));
    else toast({ text: t`Ya tienes otro pedido a medio escribir. Envíalo o bórralo antes.` });
  };
  const { danger, languages, name, goal, tried, safeWay, times, ...more } = askInputIn(form);
  const { beneficiary = null, beneficiaryNote } = more;
  const content = {
    ...{ danger, name: name || null, goal: goal || null, tried: tried || null },
    ...{ beneficiary, beneficiaryNote: beneficiaryNote || null },
    // The form shows them: there they can be heard.
    ...{ safeWay: safeWay || null, times: times || null, voices: [] },
  };
  return (
    <>
      {standing === 'applicant' && form.state !== 'failed' && (
        <p className="xs">
          <Trans>Se envía solo mientras esta página esté abierta.</Trans>
        </p>
      )}
      <p className="xs muted">
        <Trans>Si no se envía, se borra de este teléfono o computadora el {day}.</Trans>
      </p>
      {form.state === 'failed' && (
        <>
          {isExclusionProblem(form.problem) && (
            <p className="xs">
              <UnknownExclusion />
            </p>
          )}
          <ContentList content={content} languages={languages} reader="own" />
          <span>
            <Button small onClick={() => void restore()}>
              <Trans>Volver a ponerlo en el formulario</Trans>
            </Button>
          </span>
        </>
      )}
    </>
  );
}
