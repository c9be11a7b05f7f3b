// Die Seite der Mappe.

import type { MapPaper, PackForm, PackLanguage, PackStatus, PageKind, PaperSize } from '../../contract.ts';
import type { Preset } from '../../pack/pages.ts';
import type { Words } from '../../words.ts';
import { many } from './terms.ts';

const kinds: Record<PageKind, string> = {
  cover: 'Titelblatt',
  contents: 'Inhalt',
  summary: 'Zusammenfassung',
  scope: 'Umfang und Methode',
  legend: 'Lesehilfe',
  currentMap: 'Karte des Ist-Zustands',
  figures: 'Zeit und Fluss',
  painPoints: 'Schmerzpunkte',
  inventory: 'Übergaben heute',
  network: 'Wer an wen übergibt',
  findings: 'Befunde',
  futureMap: 'Karte des Zielzustands',
  beforeAfter: 'Vorher und nachher',
  register: 'Übergaberegister',
  cards: 'Übergabekarten',
  returns: 'Rückgaben',
  framework: 'Rahmen der Servicezusagen',
  targets: 'Servicezusagen',
  criteria: 'Eingangs- und Abgangskriterien',
  raci: 'Rollen und Verantwortung',
  templates: 'Vorlagen',
  guide: 'Prozessanleitung',
  quickReference: 'Kurzanleitung je Rolle',
  plan: 'Umsetzungsplan',
  measurement: 'Messplan',
  assumptions: 'Annahmen und Fragen',
  leftOpen: 'Mit Grund offen gelassen',
  glossary: 'Glossar',
  signOff: 'Freigabe und Versionen',
};

const presets: Record<Preset, string> = {
  full: 'Ganze Mappe',
  leadership: 'Überblick für die Leitung',
  team: 'Mappe für ein Team',
};

const forms: Record<PackForm, string> = {
  pdf: 'PDF',
  forms: 'Formulare zum Ausfüllen (PDF)',
  html: 'Webseite (HTML)',
  docx: 'Word-Dokument (DOCX)',
  markdown: 'Markdown',
  formsOnPaper: 'Formulare für Papier (PDF)',
};

const languages: Record<PackLanguage, string> = { english: 'English', german: 'Deutsch' };
const mapPapers: Record<MapPaper, string> = {
  fitted: 'Ganz, auf dem nötigen Blatt',
  posterA1: 'Plakat, A1 (ANSI D)',
  posterA0: 'Plakat, A0 (ANSI E)',
  tiledA4: 'Plakat aus A4-Blättern (Letter)',
  tiledA3: 'Plakat aus A3-Blättern (Tabloid)',
  byStage: 'Eine Seite je Phase',
  byLane: 'Eine Seite je Bahn',
};
const papers: Record<PaperSize, string> = { a4: 'A4, Karten auf A3 und größer', letter: 'Letter, Karten auf Tabloid und größer' };
const statuses: Record<PackStatus, string> = { draft: 'Entwurf', forReview: 'Zur Durchsicht', final: 'Endfassung' };

export const pack: Pick<Words, 'pack'> = {
  pack: {
    title: 'Mappe',
    pages: 'Seiten der Mappe',
    settings: 'Wie die Mappe entsteht',
    kinds,
    preset: 'Auswahl der Seiten',
    presets,
    ownChoice: 'Eigene Auswahl',
    lookAt: (name, page) => `${name} ansehen, Seite ${page}`,
    nothingToSay: 'Hier gibt es noch nichts zu sagen',
    movedTo: (name, at, of) => `${name} ist Nummer ${at} von ${of}`,
    moveHint: 'Eine Seite am Griff ziehen, oder Alt mit Pfeil.',
    preview: (count) => `Vorschau, ${many(count, 'Seite', 'Seiten')}`,
    pageOf: (at, title) => `Seite ${at}${title ? `, ${title}` : ''}`,
    noPages: 'Keine Seite ist angehakt.',
    laying: 'Die Seiten werden gesetzt …',
    size: (count) => many(count, 'Seite', 'Seiten'),
    form: 'Geschrieben als',
    zoom: 'Größe der Seiten',
    smaller: 'Kleiner',
    larger: 'Größer',
    fit: 'So breit wie Platz ist',
    asWide: (percent) => `${percent}, so breit wie Platz ist`,
    forms,
    write: 'Ausgeben',
    warnings: 'Was dem Leser fehlen wird',
    about: 'Wovon sie handelt',
    states: 'Zustände',
    team: 'Für',
    everyTeam: 'Alle Teams',
    brief: 'Kurz gefasst',
    looks: 'Wie sie aussieht',
    language: 'Sprache',
    languages,
    paper: 'Papier',
    papers,
    maps: 'Karten',
    mapPapers,
    logo: 'Logo',
    logoNamed: (name: string) => `Logo: ${name}`,
    logoChoose: 'Wählen…',
    logoOther: 'Anderes…',
    logoRemove: 'Entfernen',
    logoNotRead: 'Die Datei lässt sich nicht lesen. Wählen Sie eine andere.',
    accent: 'Akzentfarbe',
    ownAccent: 'Wie bei Baton',
    marks: 'Wie weit sie ist',
    status: 'Stand',
    statuses,
    version: 'Version',
    confidential: 'Vertraulichkeit',
    confidentialHint: 'Vertraulich',
    presetsTitle: 'Gesicherte Auswahlen',
    presetName: 'Name dieser Auswahl',
    savePreset: 'Sichern',
    savedAs: (name) => `Als ${name} gesichert`,
    forget: 'Vergessen',
    forgetNamed: (name) => `Vergessen: ${name}`,
    forgotten: (name) => `${name} ist vergessen`,
  },
};
