/** Colours of the map, from the page's own custom properties, so that schemes are kept in one place. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
  readonly water: string;
  readonly green: string;
  readonly builtUp: string;
  readonly industry: string;
  readonly rail: string;
  readonly street: string;
  readonly casing: string;
  readonly path: string;
  readonly barrier: string;
  readonly facility: string;
  readonly facilityInk: string;
  readonly home: string;
  readonly homeEdge: string;
  /** Losses, largest first, then none, then gains, largest last: index by class + 3. */
  readonly change: readonly string[];
  /** Nearest first. */
  readonly time: readonly string[];
  /** Least first. */
  readonly flow: readonly string[];
  /** Low, medium and high; none is paper. */
  readonly service: readonly string[];
}

const CHANGES = ['loss-3', 'loss-2', 'loss-1', 'same', 'gain-1', 'gain-2', 'gain-3'];
const FLOWS = ['flow-0', 'flow-1', 'flow-2', 'flow-3', 'flow-4'];
const SERVICES = ['time-3', 'time-2', 'time-0'];
const TIMES = ['time-0', 'time-1', 'time-2', 'time-3', 'time-4', 'time-5'];

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour('paper'),
    ink: colour('boundary'),
    accent: colour('accent-line'),
    water: colour('water'),
    green: colour('green'),
    builtUp: colour('built-up'),
    industry: colour('industry'),
    rail: colour('rail'),
    street: colour('street'),
    casing: colour('casing'),
    path: colour('path'),
    barrier: colour('barrier'),
    facility: colour('facility'),
    facilityInk: colour('facility-ink'),
    home: colour('home'),
    homeEdge: colour('home-edge'),
    change: CHANGES.map(colour),
    time: TIMES.map(colour),
    flow: FLOWS.map(colour),
    service: SERVICES.map(colour),
  };
}
