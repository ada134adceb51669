import { looksOfficial } from './official-names.js';

it.each(['Moderación', 'equipo de moderação', 'M o d e r a d o r a', 'Trаmа', 'Admin 2'])(
  'looksOfficial detects %s',
  (name) => {
    expect(looksOfficial(name)).toBe(true);
  },
);

it.each(['Ana Paz', 'Tramontana', 'Modesta', 'Administra Luz', '🌊'])(
  'looksOfficial accepts %s',
  (name) => {
    expect(looksOfficial(name)).toBe(false);
  },
);
