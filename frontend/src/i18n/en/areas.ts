import type { areas as danish } from '../da/areas';

/** The page where a housing area is drawn. */
export const areas: typeof danish = {
  newArea: {
    title: 'New housing area',
    changeTitle: 'Change the housing area',
    card: 'Draw a new area',
    cardLead: 'Set its border on the map. Everything works for it as for the others.',
    changeCard: 'Change border and numbers',
    here: 'Draw a new area here',
    loading: 'Fetching the map …',
    loadFailed: 'The page could not be fetched.',
    mapLabel: 'Map. Draw the border of the area.',
    begin: 'Zoom in on the area and click its first corner',
    drawn: 'Drag the corners if the border is not right yet',
    drawnParts: 'The area has several parts. Draw it again to change the border',
    hectares: (ha: string) => `${ha} ha`,
    lead: 'Draw the border around the homes and write what you know. It can be changed later.',
    name: 'Name',
    municipality: 'Municipality',
    chooseMunicipality: 'Choose a municipality',
    homes: 'Homes',
    residents: 'Residents',
    unknownIsFine: 'Leave the numbers empty if you do not know them.',
    keep: 'Keep the area',
    keeping: 'Keeping …',
    redraw: 'Draw the border again',
    remove: 'Delete the area',
    removeSure: 'Yes, delete it',
    needsBorder: 'The border is still missing.',
    needsFacts: 'Name and municipality are still missing.',
  },
};
