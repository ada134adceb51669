import { Html } from './html.js';

const SHAPES = {
  exit: '<path d="M13 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H13M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.9a3.5 3.5 0 0 1 0 6.2M18.5 14.6c1.8.9 2.8 2.7 3 5.4"/>',
  eye: '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>',
  lock: '<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  alert:
    '<path d="M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5"/><circle cx="12" cy="17" r=".7" fill="currentColor"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5"/><circle cx="12" cy="7.8" r=".7" fill="currentColor"/>',
  phone:
    '<path d="M7.5 3.5 10 8 8 10c1 2.6 3.4 5 6 6l2-2 4.5 2.5V19c0 1-.8 1.8-1.8 1.7C10.5 20 4 13.5 3.3 5.3 3.2 4.3 4 3.5 5 3.5h2.5Z"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  back: '<path d="M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"/>',
  next: '<path d="m9.5 6 6 6-6 6"/>',
  more: '<circle cx="5.5" cy="12" r="1" fill="currentColor"/><circle cx="12" cy="12" r="1" fill="currentColor"/><circle cx="18.5" cy="12" r="1" fill="currentColor"/>',
} as const;

export type PublicIconName = keyof typeof SHAPES;

/** Outline icon, hidden from screen readers because a text label is beside it. */
export function renderIcon(name: PublicIconName, size?: 's' | 'xs'): Html {
  return new Html(
    `<svg class="i${size ? ` i--${size}` : ''}" viewBox="0 0 24 24" aria-hidden="true">${SHAPES[name]}</svg>`,
  );
}

export const LOGO_SVG = new Html(
  '<svg viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" aria-hidden="true"><path d="M3 9h10.5M22 9h3M3 19h3M14.5 19H25"/><path class="warp" d="M9 3v2M9 13v12M19 3v12M19 23v2"/></svg>',
);

export const KNOT_SVG = new Html(
  '<svg class="knot" viewBox="0 0 148 112" fill="none" stroke="currentColor" stroke-width="7" stroke-linecap="round" aria-hidden="true"><path d="M14 36h30M64 36h66M14 76h66M100 76h34"/><g class="k2" stroke="currentColor"><path d="M54 10v56M54 86v16M90 10v16M90 46v56"/></g></svg>',
);
