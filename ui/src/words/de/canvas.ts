// German, the canvas: its gestures, its clipboard, and the actions on what is drawn.

import type { canvas as english } from '../en/canvas.ts';
import { many } from './terms.ts';

const steps = (count: number): string => many(count, 'Schritt', 'Schritte');

export const canvas: typeof english = {
  whatArrives: 'Was kommt als Nächstes',
  wireFrom: (name: string) => `${name} wird verbunden. Gehen Sie zu einem anderen Schritt und drücken Sie Enter.`,
  wireTo: 'Mit diesem Schritt verbinden',
  lockedStep: 'Dieser Schritt ist gesperrt. Entsperren Sie ihn, um ihn zu verschieben.',
  noTeam: {
    up: 'Darüber ist kein Team. Fügen Sie erst eines hinzu.',
    down: 'Darunter ist kein Team. Fügen Sie erst eines hinzu.',
  },

  copy: 'Kopieren',
  cut: 'Ausschneiden',
  paste: 'Einfügen',
  duplicate: 'Verdoppeln',
  copyPicture: 'Als Bild kopieren',
  copied: (count) => `${steps(count)} kopiert`,
  pictureCopied: 'Bild kopiert',
  pictureNotCopied: 'Dieses System nimmt von Baton keine Bilder an. Geben Sie stattdessen die Mappe aus.',
  pasteNoFile:
    'Bilder und Dateien passen nicht auf die Karte. Fügen Sie Text ein: eine Zeile, eine Liste oder eine Tabelle.',
  pasteByKey:
    'Drücken Sie Strg+V zum Einfügen. Dieses System lässt kein Menü die Zwischenablage lesen.',
  copiedColumns: ['Schritt', 'Team', 'Bearbeitungszeit', '%C&A', 'Führt zu', 'Wartezeit danach'],

  align: {
    left: 'Linke Kanten ausrichten',
    centre: 'Mitten ausrichten',
    right: 'Rechte Kanten ausrichten',
    top: 'Obere Kanten ausrichten',
    middle: 'Auf halber Höhe ausrichten',
    bottom: 'Untere Kanten ausrichten',
  },
  spread: { x: 'Waagerecht verteilen', y: 'Senkrecht verteilen' },
  lock: 'An der Stelle sperren',
  unlock: 'Entsperren',
  become: {
    step: 'Zum Schritt machen',
    decision: 'Zur Entscheidung machen',
    start: 'Zum Start machen',
    end: 'Zum Ende machen',
  },
  ownWay: 'Die Linie ihren Weg finden lassen',
  spotlight: 'Dieses Team hervorheben',
  spotlightOff: 'Wieder alle Teams zeigen',
  insertLane: 'Bahn darüber hinzufügen',
  addStage: 'Phase hinzufügen',
  stageFromHere: 'Neue Phase ab hier',
  newStage: 'Neue Phase',
};
