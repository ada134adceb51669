import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Language } from '../../../lib/text/language';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { LanguageSwitch } from '../../../ui/forms/switches';
import type { SupportTemplate } from './templates.graphql';
import { useOwnLanguage } from './use-templates';

interface TemplateSheetProps {
  templates: readonly SupportTemplate[];
  /** The language of the request, in which the texts are shown first. */
  language: Language | undefined;
  onTake: (text: string) => void;
  onClose: () => void;
}

/** Templates to choose from, in the language of the request or another one. */
export function TemplateSheet({ templates, language, onTake, onClose }: TemplateSheetProps) {
  const { t } = useLingui();
  const own = useOwnLanguage();
  const [shown, setShown] = useState<Language>(language ?? own);
  return (
    <Sheet isOpen onClose={onClose} title={t`Plantillas`}>
      <LanguageSwitch value={shown} onChange={setShown} />
      <ul className="stack stack--3">
        {templates.map(({ id, titles, bodies }) => {
          const title = titles[own];
          return (
            <li key={id} className="stack stack--1">
              <h3>{title}</h3>
              <p className="said" lang={shown}>
                {bodies[shown]}
              </p>
              <span>
                <Button
                  small
                  aria-label={t`Usar esta plantilla: ${title}`}
                  onClick={() => onTake(bodies[shown])}
                >
                  {t`Usar esta plantilla`}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
