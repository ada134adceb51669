import { html } from './html.js';

export const page = (title: string) =>
  html`<h1 class="big ${title}">${title}</h1>
    <p>Hola</p>`;
