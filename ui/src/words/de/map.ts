// German: what stands and is said on the map.

import type { map as english } from '../en/map.ts';
import { many } from './terms.ts';

export const map: typeof english = {
  unnamed: 'Ohne Namen',
  team: 'Team',
  made: (name) => `+ ${name}`,
  removed: (name) => `− ${name}`,
  moreHandoffs: (made, removed) =>
    `… ${[made > 0 && `+ ${made}`, removed > 0 && `− ${removed}`].filter(Boolean).join(', ')} weitere`,
  takes: (time) => `dauert ${time}`,
  waits: (time) => `wartet ${time}`,
  completeAccurate: (share) => `${share} vollständig und richtig`,
  painPoints: (count) => many(count, 'Schmerzpunkt', 'Schmerzpunkte'),
  ideasCount: (count) => many(count, 'Idee', 'Ideen'),
  noteCounts: {
    question: (count) => many(count, 'Frage', 'Fragen'),
    decision: (count) => many(count, 'Entscheidung', 'Entscheidungen'),
    assumption: (count) => many(count, 'Annahme', 'Annahmen'),
    parked: (count) => many(count, 'geparktes Thema', 'geparkte Themen'),
    note: (count) => many(count, 'Notiz', 'Notizen'),
  },
  locked: 'gesperrt',
  stage: 'Phase',
  stageSteps: (count) => many(count, 'Schritt darin', 'Schritte darin'),
  stageEntry: 'Zum Eintritt',
  stageExit: 'Zum Austritt',
  stageEntryHint: 'Budget ist bestätigt',
  stageExitHint: 'Vertrag ist unterschrieben',
  stageTakes: 'Darf dauern',
  connectorBetween: (from, to) => `Verbindung, ${from} zu ${to}`,
  handoffBetween: (from, to) => `${from} an ${to}`,
  teamToTeam: (from, to) => `${from} → ${to}`,
  hasSla: 'mit SLA',
  noSla: 'ohne SLA',
  seenApart: 'Geber und Empfänger sind uneins',
  stepAdded: (name, team) => `${name} zu ${team} hinzugefügt`,
  editing: (name) => `Name von ${name}`,
  editingPasses: (handoff) => `Was bei ${handoff} übergeben wird`,
};
