import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguageChoice } from '../features/signin/use-language-choice';
import { useMe } from '../lib/server/session';
import { chooseTheme, currentTheme } from '../lib/page/theme';
import { currentLanguage } from '../lib/words/language';
import { signOut } from '../lib/device/wipe';
import { Button } from '../ui/actions/button';
import { IconTile, Row, Rows } from '../ui/display/card';
import { Sheet } from '../ui/actions/sheet';
import { LangSwitch, ThemeSwitch } from '../ui/forms/switches';
import type { Place } from './navigation';
import { useDutyPlaces, useOwnPlaces } from './places';

/** Everything that is the person's own, behind the avatar. */
export function OwnMenu({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const { personName } = useMe();
  const places = [...useOwnPlaces(), ...useDutyPlaces()];
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={personName ?? t`Tu cuenta`}>
      {places.length > 0 && <PlaceRows places={places} onClose={onClose} />}
      <Looks />
      <Button kind="line" block icon="exit" onClick={() => void signOut(currentLanguage())}>
        <Trans>Cerrar sesión</Trans>
      </Button>
    </Sheet>
  );
}

function PlaceRows({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const { i18n } = useLingui();
  return (
    <div onClick={onClose} role="presentation">
      <Rows>
        {places.map(({ to, label, icon }) => (
          <Row key={to} to={to} title={i18n._(label)} start={<IconTile icon={icon} />} />
        ))}
      </Rows>
    </div>
  );
}

function Looks() {
  const [theme, setTheme] = useState(currentTheme);
  const chooseLanguage = useLanguageChoice();
  return (
    <div className="stack stack--3">
      <LangSwitch
        value={currentLanguage()}
        onChange={(language) => void chooseLanguage(language)}
      />
      <ThemeSwitch
        value={theme}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
    </div>
  );
}
