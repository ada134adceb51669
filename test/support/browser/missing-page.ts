import type { Page } from 'playwright-core';
import { anyPattern, wholeText } from './ui-texts.js';

/** Headings of pages that stand for something that does not exist or that the viewer cannot open. */
const MISSING = anyPattern(
  ...[
    ...['No encontramos esa página', 'No encontramos ese canal', 'No encontramos ese tema'],
    ...['Ya no tienes acceso a este canal', 'No se pudo abrir', 'Ahora no se puede abrir'],
    ...['Ya no está en tu Mesa', 'Este asunto ya no está en tu Mesa'],
    ...['Ya no está en tus manos', 'Este pedido no está aquí', 'Esta invitación ya no sirve'],
    ...['Este participante cambió de nombre o ya no está'],
    ...['No estás en este grupo', 'No participas en esta coalición'],
  ].map((id) => wholeText(id)),
);

/** Returns the headings of the page which say that it has no content for the viewer. */
export const missingPageHeadings = (page: Page): Promise<string[]> =>
  page.getByRole('heading', { level: 1, name: MISSING }).allInnerTexts();
