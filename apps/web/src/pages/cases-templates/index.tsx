import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TEMPLATE_HEADINGS } from '../../features/support/templates/template-labels';
import {
  SUPPORT_TEMPLATES,
  type SupportTemplate,
  type SupportTemplatePurpose,
} from '../../features/support/templates/templates.graphql';
import { useOwnLanguage } from '../../features/support/templates/use-templates';
import { requestProblemOf } from '../../lib/server/errors';
import { Card } from '../../ui/display/card';
import { Skeleton } from '../../ui/display/skeleton';
import { type Language, LanguageSwitch } from '../../ui/forms/switches';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** The texts from which supporters start, by purpose. */
export default function CasesTemplatesPage() {
  const { t } = useLingui();
  const own = useOwnLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [{ data, error }, execute] = useQuery({
    query: SUPPORT_TEMPLATES,
    requestPolicy: 'cache-and-network',
  });
  const problem = data ? undefined : requestProblemOf(error);
  if (problem?.code === 'FORBIDDEN') return <NotFound />;
  const items = data?.supportTemplates.items;
  return (
    <Page title={t`Plantillas`} back={{ to: '/cases', label: t`Casos` }} width={688}>
      <div className="stack stack--1">
        <h1>
          <Trans>Plantillas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Textos para empezar una respuesta o un mensaje. Los cambias antes de enviarlos. Los
            decide administración.
          </Trans>
        </p>
      </div>
      {problem && (
        <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      )}
      {!data && !problem && <Skeleton kind="text" />}
      {items?.length === 0 && (
        <EmptyState title={<Trans>Todavía no hay plantillas</Trans>}>
          <Trans>Las suman dos personas de administración, en sus ajustes. Propónles textos.</Trans>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <LanguageSwitch value={language} onChange={setLanguage} />
          {(Object.keys(TEMPLATE_HEADINGS) as SupportTemplatePurpose[]).map((purpose) => (
            <Section
              key={purpose}
              {...{ purpose, language }}
              items={items.filter((one) => one.purpose === purpose)}
            />
          ))}
        </>
      )}
    </Page>
  );
}

interface SectionProps {
  purpose: SupportTemplatePurpose;
  language: Language;
  items: readonly SupportTemplate[];
}

function Section({ purpose, language, items }: SectionProps) {
  const { i18n } = useLingui();
  if (items.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>{i18n._(TEMPLATE_HEADINGS[purpose])}</h2>
      {items.map(({ id, titles, bodies }) => (
        <Card key={id} className="stack--2">
          <h3 lang={language}>{titles[language]}</h3>
          <p className="said" lang={language}>
            {bodies[language]}
          </p>
        </Card>
      ))}
    </section>
  );
}
