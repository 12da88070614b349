import { describe, expect, it } from 'vitest';
import { readAddress } from './page-address';
import { addressOfChange, addressOfData, addressOfNewArea, readSitePage } from './site-page';

describe('pages beside the map', () => {
  it('are read as they are written', () => {
    const at = { zoom: 14, lat: 55.65, lon: 12.3 };
    expect(readSitePage(addressOfNewArea(null))).toEqual({ page: 'area', change: null, at: null });
    expect(readSitePage(addressOfNewArea(at))).toEqual({ page: 'area', change: null, at });
    expect(readSitePage(addressOfChange('nord'))).toEqual({
      page: 'area',
      change: 'nord',
      at: null,
    });
    expect(readSitePage(addressOfData('esbjerg'))).toEqual({ page: 'data', place: 'esbjerg' });
    expect(readSitePage(addressOfData(null))).toEqual({ page: 'data', place: null });
  });

  it('are no areas', () => {
    expect(readAddress('#/~area').area).toBeNull();
    expect(readAddress('#/~data?place=esbjerg').area).toBeNull();
  });

  it('leave the first page and the areas alone', () => {
    for (const hash of ['', '#/', '#/taastrupgaard', '#/taastrupgaard?at=14/55/12']) {
      expect(readSitePage(hash)).toBeNull();
    }
  });
});
