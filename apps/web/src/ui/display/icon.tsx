type Circle = readonly [cx: number, cy: number, r: number, filled?: true];
type Rect = readonly [x: number, y: number, width: number, height: number, rx: number];
interface Shape {
  readonly d?: string;
  readonly circles?: readonly Circle[];
  readonly rects?: readonly Rect[];
}

const SHAPES = {
  search: { d: 'm20 20-4.2-4.2', circles: [[11, 11, 6.5]] },
  mention: {
    d: 'M15.8 8.5V13c0 3.6 4.7 3 4.7-1.2A8.5 8.5 0 1 0 17 18.9',
    circles: [[12, 12, 3.8]],
  },
  info: {
    d: 'M12 11v5.5',
    circles: [
      [12, 12, 8.5],
      [12, 7.8, 0.7, true],
    ],
  },
  clock: { d: 'M12 7.5V12l3 2', circles: [[12, 12, 8.5]] },
  support: {
    d: 'm5.7 5.7 3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6',
    circles: [
      [12, 12, 9],
      [12, 12, 3.7],
    ],
  },
  more: {
    circles: [
      [5.5, 12, 1, true],
      [12, 12, 1, true],
      [18.5, 12, 1, true],
    ],
  },
  allies: {
    circles: [
      [8.5, 12, 5.5],
      [15.5, 12, 5.5],
    ],
  },
  people: {
    d: 'M2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.9a3.5 3.5 0 0 1 0 6.2M18.5 14.6c1.8.9 2.8 2.7 3 5.4',
    circles: [[9, 8, 3.5]],
  },
  heart: {
    d: 'M12 20S3.5 15 3.5 9.2A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2.2C20.5 15 12 20 12 20Z',
  },
  shield: { d: 'M12 3.2 4.8 6v5.5c0 4.3 2.9 7.6 7.2 9.3 4.3-1.7 7.2-5 7.2-9.3V6L12 3.2Z' },
  alert: { d: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5', circles: [[12, 17, 0.7, true]] },
  plus: { d: 'M12 5v14M5 12h14' },
  minus: { d: 'M5 12h14' },
  link: {
    d: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  },
  reply: { d: 'M9.5 7 4.5 12l5 5M4.5 12H14a5.5 5.5 0 0 1 5.5 5.5V19' },
  pin: { d: 'M9 4h6l-.7 6 3.2 3.5h-11L9.7 10 9 4ZM12 13.5V20' },
  book: {
    d: 'M12 6.5C10 5 7.5 4.5 4 4.5v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-14c-3.5 0-6 .5-8 2Zm0 0v14',
  },
  exit: {
    d: 'M13 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H13M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
  },
  back: { d: 'M19.5 12h-15M11 5.5 4.5 12l6.5 6.5' },
  eye: {
    d: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z',
    circles: [[12, 12, 3]],
  },
  eyeOff: {
    d: 'm4 4 16 16M9.9 5.7A9.5 9.5 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.3M6.2 7.3A16.5 16.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.4-1.2M10 10a3 3 0 0 0 4 4',
  },
  channel: {
    d: 'M20.5 12a8 8 0 0 1-8.5 7.5 9.5 9.5 0 0 1-3.3-.6L4 20.5l1.3-3.9A7 7 0 0 1 3.5 12 8 8 0 0 1 12 4.5a8 8 0 0 1 8.5 7.5Z',
  },
  home: { d: 'M3.5 11 12 4l8.5 7M5.5 9.5V20h13V9.5M10 20v-5.5h4V20' },
  send: { d: 'M4 12 20 4.5 15.5 20l-4-6.5L4 12ZM11.5 13.5l4-4' },
  filters: {
    d: 'M4 7h9M17 7h3M4 17h3M11 17h9',
    circles: [
      [15, 7, 2],
      [9, 17, 2],
    ],
  },
  online: {
    d: 'M4.5 12.5a10.6 10.6 0 0 1 15 0M7.5 15.7a6.4 6.4 0 0 1 9 0',
    circles: [[12, 19, 0.8, true]],
  },
  offline: {
    d: 'm4 4 16 16M7.5 15.7a6.4 6.4 0 0 1 7-1.4M4.5 12.5a10.6 10.6 0 0 1 4-2.5M13 9.5a10.6 10.6 0 0 1 6.5 3',
    circles: [[12, 19, 0.8, true]],
  },
  trash: { d: 'M4.5 7h15M9 7V4.5h6V7M6.5 7l.8 13h9.4l.8-13' },
  desk: { d: 'm4 6.5 1.5 1.5L8 5M4 16.5 5.5 18 8 15M11.5 7H20M11.5 17H20' },
  check: { d: 'm5 12.5 4.5 4.5L19 7.5' },
  down: { d: 'm6 9.5 6 6 6-6' },
  up: { d: 'm6 14.5 6-6 6 6' },
  copy: {
    d: 'M15.5 8.5v-3a1.5 1.5 0 0 0-1.5-1.5H6a1.5 1.5 0 0 0-1.5 1.5v8A1.5 1.5 0 0 0 6 15h2.5',
    rects: [[8.5, 8.5, 11, 11.5, 1.5]],
  },
  close: { d: 'm6.5 6.5 11 11M17.5 6.5l-11 11' },
  next: { d: 'm9.5 6 6 6-6 6' },
  archive: {
    d: 'M5 9v9.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V9M10 13h4',
    rects: [[3, 4, 18, 5, 1.5]],
  },
  groups: {
    d: 'M13.5 7h3a4 4 0 0 1 3.5 3.5M10.5 17h-3A4 4 0 0 1 4 13.5',
    rects: [
      [3.5, 3.5, 7, 7, 2],
      [13.5, 13.5, 7, 7, 2],
    ],
  },
  coalition: {
    d: 'm10.9 9.3-3 5M13.1 9.3l3 5M9.5 17h5',
    circles: [
      [12, 6.5, 3],
      [6.5, 17, 3],
      [17.5, 17, 3],
    ],
  },
  lock: { d: 'M8 11V8a4 4 0 0 1 8 0v3', rects: [[5, 11, 14, 9.5, 2]] },
  edit: { d: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4' },
  flag: { d: 'M5.5 21V4.5c4-2 7 2 13 0v9c-6 2-9-2-13 0' },
  key: { d: 'm11 12.5 9-9M16.5 7l3 3M14 9.5l2 2', circles: [[8, 15.5, 4]] },
  mail: { d: 'm4 7 8 6 8-6', rects: [[3.5, 5.5, 17, 13, 2]] },
  globe: { d: 'M3.5 12h17M12 3.5c5 5.5 5 11.5 0 17-5-5.5-5-11.5 0-17Z', circles: [[12, 12, 8.5]] },
  device: { d: 'M11 18h2', rects: [[7, 3, 10, 18, 2]] },
  download: { d: 'M12 4v11M7 10.5l5 5 5-5M5 20h14' },
  theme: { d: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z' },
  bell: { d: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15l1.5-2ZM10 21h4' },
  bellOff: {
    d: 'm4 4 16 16M6.6 8.4A6 6 0 0 0 6 11v5.5l-1.5 2h13M9.2 5.7A6 6 0 0 1 18 11v4M10 21h4',
  },
  block: { d: 'm6 6 12 12', circles: [[12, 12, 8.5]] },
  attach: {
    d: 'm20 11.5-8 8a5 5 0 0 1-7-7l8.3-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4',
  },
  mic: { d: 'M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3', rects: [[9, 3, 6, 11, 3]] },
  play: { d: 'M8 5.5v13l10.5-6.5L8 5.5Z' },
  pause: { d: 'M8.5 6v12M15.5 6v12' },
  stop: { rects: [[6.5, 6.5, 11, 11, 1.5]] },
  file: { d: 'M13.5 3.5h-7v17h11v-13l-4-4ZM13 4v4h4' },
  photo: {
    d: 'm4 17.5 5-5 4 4 3-3 4 4',
    circles: [[15.5, 8.5, 1.5]],
    rects: [[3.5, 4.5, 17, 15, 2]],
  },
  settings: {
    d: 'M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.2 2.2M15.8 15.8 18 18M18 6l-2.2 2.2M8.2 15.8 6 18',
    circles: [[12, 12, 3.5]],
  },
} satisfies Record<string, Shape>;

export type IconName = keyof typeof SHAPES;

interface IconProps {
  name: IconName;
  /** Default 24 px; `s` is 18 px, `xs` is 16 px. */
  size?: 's' | 'xs';
}

/** Outline icon, hidden from screen readers because a text is always beside it. */
export function Icon({ name, size }: IconProps) {
  const { d, circles, rects }: Shape = SHAPES[name];
  return (
    <svg className={size ? `i i--${size}` : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      {rects?.map(([x, y, width, height, rx]) => (
        <rect key={`${x},${y}`} x={x} y={y} width={width} height={height} rx={rx} />
      ))}
      {circles?.map(([cx, cy, r, filled]) => (
        <circle
          key={`${cx},${cy},${r}`}
          cx={cx}
          cy={cy}
          r={r}
          fill={filled ? 'currentColor' : undefined}
        />
      ))}
      {d && <path d={d} />}
    </svg>
  );
}
