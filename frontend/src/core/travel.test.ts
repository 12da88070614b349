import { describe, expect, it } from 'vitest';
import { MODES } from './modes';
import { ALONG_STREETS, cutoffFor, readWhen, travelBy, WHENS, WINDOWS } from './travel';

describe('how people get about', () => {
  it('asks for a timetable, its hours and longer trips only by bus and train', () => {
    expect(travelBy('walk', 'evening', 'bike')).toBe(ALONG_STREETS);
    expect(travelBy('bike', 'morning', 'walk')).toBe(ALONG_STREETS);
    const travel = travelBy('transit', 'evening', 'bike');
    expect(travel.modes).toEqual(MODES);
    expect(travel.departure).toEqual({ from: '22:00', until: '23:00', to_stop: 'bike' });
    expect(travel.cutoffsMin).toEqual([...ALONG_STREETS.cutoffsMin, 45, 60]);
  });

  it('shortens a time that cannot be chosen along streets, and no other', () => {
    expect(cutoffFor('walk', 60)).toBe(30);
    expect(cutoffFor('bike', 45)).toBe(30);
    expect(cutoffFor('transit', 60)).toBe(60);
    for (const mode of MODES) expect(cutoffFor(mode, 10)).toBe(10);
  });

  it('reads a time of the day from a link, and takes any other word as the usual one', () => {
    expect(WHENS.map(readWhen)).toEqual(WHENS);
    expect([null, '', 'noon'].map(readWhen)).toEqual(['morning', 'morning', 'morning']);
  });

  it('has windows that end later than they begin', () => {
    for (const { from, until } of Object.values(WINDOWS)) expect(until > from).toBe(true);
  });
});
