import type { Category, Kind } from '../core/kinds';

/** Outlines on a 24 × 24 grid, drawn with a round 2-unit stroke, in the page and on the map. */
export const KIND_PATHS: Readonly<Record<Kind, string>> = {
  connection: 'M4 19c6 0 2.500-7 8-7s2-7 8-7M4 17v4M20 3v4',
  crossing: 'M4 3v18M20 3v18M8 7h8M8 12h8M8 17h8',
  closure: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M7.500 12h9',
  facility: 'M12 21.500s7-6.500 7-11.500a7 7 0 1 0-14 0c0 5 7 11.500 7 11.500zM12 7v6M9 10h6',
  facility_removal:
    'M12 21.500s7-6.500 7-11.500a7 7 0 1 0-14 0c0 5 7 11.500 7 11.500zM9.800 7.800l4.400 4.400M14.200 7.800l-4.400 4.400',
  demolition: 'M4 21V9l8-5l8 5v12zM9 11.500l6 6M15 11.500l-6 6',
  housing: 'M3 11l9-8l9 8M5.500 9v12h13V9M12 12v6M9 15h6',
  service: 'M5 5h14v11H5zM5 10.500h14M8.500 16v3M15.500 16v3M12 3v2',
  stop: 'M6 21V3M6 4h12v8H6M10 8h4',
  service_change: 'M4 8h13M14 5l3 3l-3 3M20 16H7M10 13l-3 3l3 3',
  change: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z',
};

export const CATEGORY_PATHS: Readonly<Record<Category, string>> = {
  school: 'M2 9l10-5l10 5l-10 5zM6 11.500v5c3 3 9 3 12 0v-5',
  daycare: 'M4.500 13h7v7h-7zM12.500 13h7v7h-7zM8.500 5h7v7h-7z',
  youth_education:
    'M3.500 5c3-1 6.500-1 8.500 1c2-2 5.500-2 8.500-1v14c-3-1-6.500-1-8.500 1c-2-2-5.500-2-8.500-1zM12 6v14',
  grocery: 'M3 10h18l-2 10H5zM8 10l3-6M16 10l-3-6',
  retail: 'M5 8h14l1 13H4zM8.500 8a3.500 3.500 0 0 1 7 0',
  service:
    'M12 4a3.600 3.600 0 1 0 0 7.200a3.600 3.600 0 0 0 0-7.200M4.500 20.500c0-4 3-6 7.500-6s7.500 2 7.500 6',
  health: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  leisure: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 8l4 3l-1.500 4.500h-5L8 11z',
  culture:
    'M12 3.500l2.600 5.700l6 .600l-4.500 4.100l1.300 6.100l-5.400-3.100l-5.400 3.100l1.300-6.100l-4.500-4.100l6-.600z',
  park: 'M12 21v-8M12 3c4 0 6.500 3 6.500 6.500S16 15 12 15s-6.500-2-6.500-5.500S8 3 12 3',
  workplace: 'M3 8h18v12H3zM9 8V4.500h6V8M3 13h18',
  station: 'M6 3h12v13H6zM6 10h12M8.500 21l2-5M15.500 21l-2-5',
  stop: 'M5 4h14v13H5zM5 11h14M8.500 17v3M15.500 17v3',
};

export const ICON_PATHS = {
  ...KIND_PATHS,
  select: 'M5 3l5.500 17l2.700-7l6.800-3z',
  undo: 'M9 14L4 9l5-5M4 9h10a5.500 5.500 0 0 1 0 11h-3',
  redo: 'M15 14l5-5l-5-5M20 9H10a5.500 5.500 0 0 0 0 11h3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  area: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  layers: 'M12 3l9 5l-9 5l-9-5zM3 13.500l9 5l9-5',
  close: 'M6 6l12 12M18 6L6 18',
  draw: 'M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4',
  comment: 'M4 5h16v11h-8l-5 4v-4H4z',
  place:
    'M12 21.500s7-6.500 7-11.500a7 7 0 1 0-14 0c0 5 7 11.500 7 11.500zM12 7.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5',
  done: 'M5 12.500l4.500 4.500L19 7.500',
  wait: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3.500 2',
  down: 'M6 9l6 6l6-6',
  up: 'M6 15l6-6l6 6',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14',
  warning: 'M12 3.500L2.500 20h19zM12 10v4.500M12 17v.300',
  before: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3.500 2',
  left: 'M15 5l-7 7l7 7',
  right: 'M9 5l7 7l-7 7',
  grow: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  shrink: 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5',
  show: 'M3 4h18v12H3zM12 16v3M8 21l4-2l4 2M10 7.500v5l4-2.500z',
  picture: 'M3 5h18v14H3zM3 16l5-5l4 4l3-3l6 5M15.500 8.500v.200',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z',
  share: 'M12 15V4M8 7.500L12 3.500l4 4M5 12v8h14v-8',
  swipe: 'M3 5h18v14H3zM12 3v18M9 9.500L6.500 12L9 14.500M15 9.500l2.500 2.500l-2.500 2.500',
  swipeArrows: 'M8 6l-5 6l5 6M16 6l5 6l-5 6',
  help: 'M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .600-1.500 1.200-1.500 2.600M12 18.500v.300',
  bridge: 'M2 16h20M4 16V9M20 16V9M4 11c4 4 12 4 16 0M12 14v2',
  move: 'M12 3v18M3 12h18M9.500 5.500L12 3l2.500 2.500M9.500 18.500L12 21l2.500-2.500M5.500 9.500L3 12l2.500 2.500M18.500 9.500L21 12l-2.500 2.500',
  split: 'M3 20L9.500 13.500M14.500 9.500L21 3M8 8l8 8',
  join: 'M3 20l8-8M13 12l8-8M12 9.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5',
  duplicate: 'M9 9h11v11H9zM15 9V4H4v11h5',
  street: 'M8 3L5 21M16 3l3 18M12 4v3M12 10.500v3M12 17v3',
  tunnel: 'M3 20V12a9 9 0 0 1 18 0v8M8 20v-7a4 4 0 0 1 8 0v7',
} as const;

export type IconName = keyof typeof ICON_PATHS;
