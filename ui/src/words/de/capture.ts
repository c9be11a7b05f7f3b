// German: the capture line.

import type { capture as english } from '../en/capture.ts';
import { many } from './terms.ts';

export const capture: typeof english = {
  suggested: {
    team: 'Team',
    step: 'Schritt',
    role: 'Rolle',
    cause: 'Ursache',
    system: 'System',
    channel: 'Kanal',
    word: 'Wort',
  },
  captureLine: 'Schreibzeile',
  openCapture: 'Auf die Karte schreiben',
  captureHint: '> Vertrieb: Anfragen sichten, 15 min, 90 %, w 2 d queue',
  captureFirstHint: 'Vertrieb: Anfragen sichten, 15 min, 90 %',
  captureAfter: (step) => `Nach ${step}`,
  captureIn: (team) => `In ${team}`,
  captureStart: 'Team: erster Schritt',
  captureEmpty:
    'Ein Schritt, dann, was über ihn zu sagen ist. > geht vom letzten Schritt weiter, ~> geht zurück, Team: nennt die Bahn.',
  captureMakes: (steps, connectors, handoffs, also) => {
    const parts = [
      steps > 0 ? many(steps, 'Schritt', 'Schritte') : '',
      connectors > 0 ? many(connectors, 'Verbindung', 'Verbindungen') : '',
      ...handoffs.slice(0, 3).map((name) => `Übergabe ${name}`),
      handoffs.length > 3
        ? `und ${many(handoffs.length - 3, 'weitere Übergabe', 'weitere Übergaben')}`
        : '',
      ...also,
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : 'Ändert, was da ist';
  },
  captureLines: (count) => many(count, 'Zeile', 'Zeilen'),
  captureAll: 'Alles übernehmen',
  captured: (what) => (what === '' ? 'Übernommen' : `Übernommen: ${what}`),
  captureSuggestions: 'Vorschläge',
  suggestionsCount: (count) => many(count, 'Vorschlag', 'Vorschläge'),
};
