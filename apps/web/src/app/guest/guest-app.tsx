import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { DeletedRequestPage } from '../../features/support/guests/deleted-request';
import { GuestAsking } from '../../features/support/guests/guest-asking';
import { CONFIRM_CASE_PHRASE, type NewPhrase } from '../../features/support/guests/guests.graphql';
import { PhraseCard } from '../../features/support/guests/phrase-card';
import { useTripleShift } from '../../lib/device/use-lock-gestures';
import { writeOnlyTo } from '../../lib/device/device-store';
import { startLocalExpiry } from '../../lib/device/expiry/local-expiry';
import { lockNow } from '../../lib/device/lock-and-exit';
import { SessionContext, type Me } from '../../lib/server/session';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { activateLanguage, currentLanguage, isLanguage } from '../../lib/text/language';
import { ShieldButton } from '../../ui/actions/shield-button';
import { ToastProvider } from '../../ui/actions/toast';
import { Logo } from '../../ui/display/logo';
import { Skeleton } from '../../ui/display/skeleton';
import { NotFound } from '../../ui/page/not-found';
import { Page, PageLayoutProvider, usePageLayoutState } from '../../ui/page/page';
import { SkipLinks } from '../../ui/page/skip-links';
import { lazyPage } from '../lazy-page';
import { GuestEmergencyPage, useListInMemory } from './emergency-page';

/** The account fields that the form reads; nobody is signed in. */
const NOBODY: Omit<Me, 'language'> = {
  ...{ id: '', standing: 'guest', duties: [], probationEndsAt: null, suspendedUntil: null },
  ...{ idleToldAt: null, deletionDueAt: null, personId: null, personName: null },
};

// The draft is stored if the person asks for it. Until this page is closed.
writeOnlyTo('drafts');

const AskPage = lazyPage(() => import('../../pages/support-ask'));

const PAGES: Readonly<Record<string, ComponentType>> = {
  '/': () => <Navigate to="/support/ask" replace />,
  '/support': LeaveForPublicPage,
  '/support/ask': AskPage,
  '/support/ask/:step': AskPage,
  '/support/deleted': DeletedRequestPage,
  '/emergency': GuestEmergencyPage,
};

/**
 * The pages for asking without an account, and after deleting such a request, under `/app/guest`. The recovery phrase
 * replaces every page until it is saved, so that Back does not lose it.
 */
export function GuestApp() {
  const [phrase, setPhrase] = useState<NewPhrase>();
  const [language, setLanguage] = useState(currentLanguage);
  useTripleShift(() => void lockNow());
  useListInMemory();
  useEffect(() => startLocalExpiry(), []);
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('lang');
    if (isLanguage(wanted)) void activateLanguage(wanted).then(() => setLanguage(wanted));
  }, []);
  return (
    <BrowserRouter basename="/app/guest">
      <SessionContext value={{ me: { ...NOBODY, language }, reload: () => undefined }}>
        <ToastProvider>
          <GuestAsking value={setPhrase}>
            <Frame>{phrase ? <SavePhrase phrase={phrase} /> : <AskRoutes />}</Frame>
          </GuestAsking>
        </ToastProvider>
      </SessionContext>
    </BrowserRouter>
  );
}

/** Each question begins at its top and takes the focus, as pages do in the shell of the app. */
function useTopOfEachPage(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}

function Frame({ children }: { children: React.ReactNode }) {
  const [, setFrame] = usePageLayoutState();
  useTopOfEachPage();
  return (
    <PageLayoutProvider value={setFrame}>
      <SkipLinks />
      <div className="shell shell--guest">
        <div className="pane">
          <header className="topbar">
            <span className="brand">
              <Logo />
              <span>Trama</span>
            </span>
            <span className="end" />
            <ShieldButton />
          </header>
          {children}
        </div>
      </div>
    </PageLayoutProvider>
  );
}

function AskRoutes() {
  return (
    <Suspense fallback={<Arriving />}>
      <Routes>
        {Object.entries(PAGES).map(([path, One]) => (
          <Route key={path} path={path} element={<One />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}

function Arriving() {
  return (
    <main id="main" className="page" tabIndex={-1}>
      <Skeleton />
    </main>
  );
}

function LeaveForPublicPage() {
  useEffect(() => location.replace(`/${currentLanguage()}/support`), []);
  return <Arriving />;
}

/** The case opens in the app, with the session that the answer to the request began. */
function SavePhrase({ phrase }: { phrase: NewPhrase }) {
  const { t } = useLingui();
  const { run, isBusy } = useMutationState(CONFIRM_CASE_PHRASE);
  const goOn = async () => {
    // Ends the phrase of a lost answer. Otherwise the first use of this one does.
    await run({ input: { requestId: phrase.requestId, words: phrase.words.join(' ') } });
    location.replace(`/app/support/${phrase.requestId}`);
  };
  return (
    <Page width={600} title={t`Guarda la frase de tu pedido`}>
      <PhraseCard
        words={phrase.words}
        lead={
          <Trans>
            Recibimos tu pedido. Estas doce palabras son tu única forma de volver a él. Se muestran
            una sola vez y no podemos recuperarlas. Abren este pedido y nada más.
          </Trans>
        }
        goLabel={<Trans>Ver mi pedido</Trans>}
        isBusy={isBusy}
        onSaved={() => void goOn()}
      />
    </Page>
  );
}
