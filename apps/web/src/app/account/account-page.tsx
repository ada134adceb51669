import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { SignOutButton } from '../../features/signin/sign-out-button';
import { useLanguageChoice } from '../../features/signin/use-language-choice';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { chooseTheme, currentTheme } from '../../lib/page/theme';
import { useMe } from '../../lib/server/session';
import { currentLanguage } from '../../lib/text/language';
import { CountBadge } from '../../ui/display/badge';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Icon, type IconName } from '../../ui/display/icon';
import { LanguageSwitch, ThemeSwitch } from '../../ui/forms/switches';
import { Page } from '../../ui/page/page';
import { OwnFace } from '../own-face';
import { useDutyNavigationEntries, useVisibleNavigationEntries } from '../navigation-bars';
import { ACCOUNT_SECTIONS } from './account-sections';
import { useSettingValues } from './use-setting-values';

/** Account page: links to the member's own settings and data. */
export default function AccountPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  return (
    <Page title={t`Tu cuenta`} back={{ to: '/', label: t`Inicio` }}>
      <div className="duo">
        <Who />
        {standing === 'member' && <AsOthersSee />}
      </div>
      <Duties />
      <div className="cols">
        {ACCOUNT_SECTIONS.map((part) => (
          <Part key={part.id} part={part} />
        ))}
        <Help />
      </div>
      <SignOutButton
        label={t`Cerrar sesión`}
        kind="line"
        icon="exit"
        consequence={<Trans>Tu cuenta y lo que ya enviaste quedan intactos.</Trans>}
      />
    </Page>
  );
}

function Who() {
  const { t, i18n } = useLingui();
  const { personName } = useMe();
  const places = useDutyNavigationEntries().map(({ label }) => i18n._(label));
  const name = personName ?? t`Tu cuenta`;
  return (
    <div className="inline inline--3">
      <OwnFace size="l" />
      <div className="grow">
        <h1>{name}</h1>
        {places.length > 0 && <p className="muted">{places.join(' · ')}</p>}
      </div>
    </div>
  );
}

function AsOthersSee() {
  return (
    <Link className="forest weave inline inline--3 forest--link" to="/me/view-as">
      <Icon name="eye" />
      <span className="grow">
        <span className="row__t">
          <Trans>Cómo me ven</Trans>
        </span>
        <span className="row__s">
          <Trans>Mira tu perfil con otros ojos</Trans>
        </span>
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}

/** Links to the pages of the member's duties. Wide screens show them in the navigation rail instead. */
function Duties() {
  const { t, i18n } = useLingui();
  const waiting = useBadgeCounts();
  const places = useDutyNavigationEntries();
  if (places.length === 0) return null;
  return (
    <div className="only-m">
      <Rows label={t`Tu tarea`}>
        {places.map(({ to, label, icon }) => (
          <Row
            key={to}
            to={to}
            title={i18n._(label)}
            start={<IconTile icon={icon} />}
            end={waiting[to] ? <CountBadge count={waiting[to]} label={t`en espera`} /> : undefined}
          />
        ))}
      </Rows>
    </div>
  );
}

function Part({ part: { id, title, places } }: { part: (typeof ACCOUNT_SECTIONS)[number] }) {
  const { t, i18n } = useLingui();
  const shown = useVisibleNavigationEntries(places);
  const values = useSettingValues();
  const waiting = useBadgeCounts();
  if (shown.length === 0) return null;
  return (
    <Titled id={id} title={i18n._(title)}>
      <Rows>
        {places
          .filter((place) => shown.includes(place))
          .map(({ to, counts = to, label, note, icon }) => (
            <Row
              key={to}
              to={to}
              title={i18n._(label)}
              note={values[to] ?? i18n._(note)}
              start={<IconTile icon={icon} />}
              end={
                waiting[counts] ? (
                  <CountBadge count={waiting[counts]} label={t`en espera`} />
                ) : undefined
              }
            />
          ))}
      </Rows>
      {id === 'looks' && <Looks />}
    </Titled>
  );
}

function Looks() {
  const [theme, setTheme] = useState(currentTheme);
  const chooseLanguage = useLanguageChoice();
  return (
    <>
      <LanguageSwitch
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
    </>
  );
}

function Help() {
  const { t } = useLingui();
  return (
    <Titled id="help" title={t`Ayuda`}>
      <Rows>
        <PublicPageRow
          path="/support"
          icon="heart"
          title={<Trans>Apoyo en tecnología y datos</Trans>}
          note={<Trans>Para quién, en qué y cómo pedirlo. Se abre en otra pestaña.</Trans>}
        />
        <PublicPageRow
          path="/safety"
          icon="shield"
          title={<Trans>Seguridad en Trama</Trans>}
          note={<Trans>Qué protege Trama y qué no. Se abre en otra pestaña.</Trans>}
        />
      </Rows>
    </Titled>
  );
}

interface PublicPageRowProps {
  path: '/safety' | '/support';
  icon: IconName;
  title: ReactNode;
  note: ReactNode;
}

/** Link to a public page. It opens in a new tab, so that the app stays open. */
function PublicPageRow({ path, icon, title, note }: PublicPageRowProps) {
  return (
    <a className="row" href={`/${currentLanguage()}${path}`} target="_blank" rel="noreferrer">
      <IconTile icon={icon} />
      <span className="grow">
        <span className="row__t">{title}</span>
        <span className="row__s">{note}</span>
      </span>
      <Icon name="next" size="s" />
    </a>
  );
}

function Titled({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack stack--2" aria-labelledby={`own-${id}`}>
      <h2 id={`own-${id}`}>{title}</h2>
      {children}
    </section>
  );
}
