import { Trans, useLingui } from '@lingui/react/macro';
import { TermWordsSetting } from '../../features/settings/instance/term-words-setting';
import { Page } from '../../ui/page/page';

/** Edits the synonyms of taxonomy terms, as people use them where this instance is. */
export default function AdminWordsPage() {
  const { t } = useLingui();
  const title = t`Palabras con que se busca`;
  return (
    <Page width={688} back={{ to: '/admin/settings', label: t`Ajustes` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Cuando alguien escribe una de estas palabras al buscar gente, organizaciones o grupos,
            se vuelve un filtro. Suma las que se dicen donde están. Vale al momento, sin que nadie
            más lo apruebe, y queda en el registro.
          </Trans>
        </p>
      </div>
      <TermWordsSetting />
    </Page>
  );
}
