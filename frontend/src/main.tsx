import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import 'leaflet/dist/leaflet.css';
import './ui/styles/tokens.css';
import './ui/styles/page.css';
import './ui/styles/controls.css';
import './ui/styles/map.css';
import './ui/styles/panel.css';
import './ui/styles/phone.css';
import './ui/styles/print.css';
import { render } from 'preact';
import { followScheme } from './map/palette-signal';
import { keepAssessed } from './session/assessment';
import { keepAddress } from './session/navigation';
import { loadAreas } from './session/place';
import { keepSaved } from './session/saving';
import { keepSketchChecked } from './session/sketch-check';
import { App } from './ui/app';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');

followScheme();
render(<App />, root);
keepAssessed();
keepSketchChecked();
keepSaved();
await loadAreas();
await keepAddress();
