import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { currentLanguage } from '../../../lib/text/language';
import { Page } from '../../../ui/page/page';

/** Tells a person without an account that their request is deleted. The history keeps only the address of a public page. */
export function DeletedRequestPage() {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const publicPage = `/${currentLanguage()}/support`;
  useEffect(() => {
    // After the frame, which reads the language from the address and focuses the main element of a new page.
    const timer = setTimeout(() => {
      history.replaceState(null, '', publicPage);
      heading.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [publicPage]);
  return (
    <Page width={600} title={t`Borraste el pedido`}>
      <div className="stack stack--2">
        <h1 ref={heading} tabIndex={-1}>
          <Trans>Borraste el pedido</Trans>
        </h1>
        <p className="lead">
          <Trans>
            Se destruyó, con todo lo que te contestaron. Tus doce palabras ya no abren nada.
          </Trans>
        </p>
      </div>
      <a className="btn btn--line btn--block" href={publicPage}>
        <Trans>Ir a la página de apoyo</Trans>
      </a>
    </Page>
  );
}
