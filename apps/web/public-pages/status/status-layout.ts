import { html, type Html } from '../html.js';
import type { Language } from '../language.js';
import { type PublicPageAssets, brandLink, renderDocument, quickExitLink } from '../page-layout.js';
import { STATUS_TEXT } from './status-text.js';

export type ApplicationStage =
  'submitted' | 'inReview' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'appealed';

/** State of the application, derived by the server. */
export type ApplicationState =
  | ('new' | 'appealed' | 'waitsForApplicant' | 'secondView' | 'lookAgain')
  | ('thirdView' | 'discussion' | 'agreed' | 'decided');

/** Application as its applicant sees it. All times are instants. */
export interface StatusView {
  id: string;
  stage: ApplicationStage;
  state: ApplicationState;
  submittedAt: Date;
  /** Whether this is the second round, after a decline. */
  isAppeal: boolean;
  appeal: string | null;
  appealUntil: Date | null;
  applyAgainFrom: Date | null;
  rememberedUntil: Date | null;
  isHeardLater: boolean;
  answerDueAt: Date | null;
  waitsForSecondReader: boolean;
  reviewsWritten: number;
  isBeingRead: boolean;
  vouchCode: string;
  vouchCount: number;
  questions: readonly { body: string; createdAt: Date; answer: string | null }[];
  openedAt: readonly Date[];
  answers: { name: string } | null;
  destroyedAt: Date | null;
  decision: { reasonClass?: string | null; words: string | null } | null;
}

export interface StatusPageContext {
  language: Language;
  assets: PublicPageAssets;
  now: Date;
  /** Whether the applicant asked for support, and has something new to read about it. */
  support?: 'asked' | 'news' | undefined;
  /** Ids of the requests for support that are deleted with the account, because they have no recovery phrase. */
  withoutPhrase?: readonly string[];
}

/**
 * Renders a time as text. The server does not know the time zone of the reader, so it uses UTC and says so; the script
 * converts to the local zone.
 */
export function timeElement(language: Language, at: Date, isLong = true): Html {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const options = isLong ? ({ ...day, hour: '2-digit', minute: '2-digit' } as const) : day;
  const text = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
  const zone = isLong ? `, ${STATUS_TEXT[language].zone}` : '';
  return html`<time datetime="${at.toISOString()}" data-moment="${isLong ? 'long' : 'day'}"
    >${text}${zone}</time
  >`;
}

const OPEN: readonly ApplicationStage[] = ['submitted', 'inReview', 'asked', 'appealed'];

export const isApplicationOpen = ({ stage }: Pick<StatusView, 'stage'>) => OPEN.includes(stage);

/** Hint on keeping a request for support that is deleted with the account; undefined if there is none. */
export function keepRequestCard({
  language,
  withoutPhrase: [id, ...others] = [],
}: StatusPageContext): Html | undefined {
  if (!id) return undefined;
  const words = STATUS_TEXT[language].keepRequest;
  const path = others.length > 0 ? '/app/support' : `/app/support/${id}/phrase`;
  return html`<section class="card stack">
    <p>${words.text} <a href="${path}">${words.act}</a></p>
  </section>`;
}

/** Layout of every page about the visitor's own application. */
export function statusLayout(
  { language, assets }: StatusPageContext,
  parts: Html,
  hasError = false,
): string {
  const main = html`<main
    id="main"
    tabindex="-1"
    class="page page--bare page--status stack stack--5"
  >
    ${parts}
  </main>`;
  const header = html`<header class="topbar">
    ${brandLink(language)}<span class="end"></span>${quickExitLink(language)}
  </header>`;
  const { title } = STATUS_TEXT[language];
  const scripts = [assets.join];
  return renderDocument({
    language,
    path: '/join/status',
    title,
    main,
    assets,
    hasError,
    header,
    scripts,
  });
}
