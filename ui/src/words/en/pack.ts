// The page of the pack.

import type { MapPaper, PackForm, PackLanguage, PackStatus, PageKind, PaperSize } from '../../contract.ts';
import type { Preset } from '../../pack/pages.ts';
import { many } from './terms.ts';

const kinds: Record<PageKind, string> = {
  cover: 'Cover',
  contents: 'Contents',
  summary: 'Summary',
  scope: 'Scope and method',
  legend: 'How to read it',
  currentMap: 'Current state map',
  figures: 'Time and flow',
  painPoints: 'Pain points',
  inventory: 'Handoffs today',
  network: 'Who passes to whom',
  findings: 'Findings',
  futureMap: 'Future state map',
  beforeAfter: 'Before and after',
  register: 'Handoff register',
  cards: 'Handoff cards',
  returns: 'Return handoffs',
  framework: 'Service level framework',
  targets: 'Service levels',
  criteria: 'Entry and exit criteria',
  raci: 'Roles and responsibilities',
  templates: 'Templates',
  guide: 'Process guide',
  quickReference: 'Quick reference by role',
  plan: 'Transformation plan',
  measurement: 'Measurement plan',
  assumptions: 'Assumptions and questions',
  leftOpen: 'Left open for a reason',
  glossary: 'Glossary',
  signOff: 'Sign-off and versions',
};

const presets: Record<Preset, string> = {
  full: 'Full pack',
  leadership: 'Leadership summary',
  team: 'Team pack',
};

const forms: Record<PackForm, string> = {
  pdf: 'PDF',
  forms: 'Forms to fill in (PDF)',
  html: 'Web page (HTML)',
  docx: 'Word document (DOCX)',
  markdown: 'Markdown',
  formsOnPaper: 'Forms for paper (PDF)',
};

const languages: Record<PackLanguage, string> = { english: 'English', german: 'Deutsch' };
const papers: Record<PaperSize, string> = { a4: 'A4, maps on A3 and larger', letter: 'Letter, maps on tabloid and larger' };
const mapPapers: Record<MapPaper, string> = {
  fitted: 'Whole, on the sheet it needs',
  posterA1: 'Poster, A1 (ANSI D)',
  posterA0: 'Poster, A0 (ANSI E)',
  tiledA4: 'Poster of A4 sheets (Letter)',
  tiledA3: 'Poster of A3 sheets (tabloid)',
  byStage: 'A page for each stage',
  byLane: 'A page for each lane',
};
const statuses: Record<PackStatus, string> = { draft: 'Draft', forReview: 'For review', final: 'Final' };

export const pack = {
  pack: {
    title: 'Pack',
    pages: 'Pages of the pack',
    settings: 'How the pack is made',
    kinds,
    preset: 'Choice of pages',
    presets,
    ownChoice: 'Own choice',
    lookAt: (name: string, page: number) => `Look at ${name}, page ${page}`,
    nothingToSay: 'There is nothing to say here yet',
    movedTo: (name: string, at: number, of: number) => `${name} is number ${at} of ${of}`,
    moveHint: 'Drag a page by its grip, or Alt with an arrow.',
    preview: (count: number) => `Preview, ${many(count, 'page', 'pages')}`,
    pageOf: (at: number, title: string) => `Page ${at}${title ? `, ${title}` : ''}`,
    noPages: 'No page is ticked.',
    laying: 'Laying out the pages…',
    size: (count: number) => many(count, 'page', 'pages'),
    form: 'Written as',
    zoom: 'Size of the pages',
    smaller: 'Smaller',
    larger: 'Larger',
    fit: 'As wide as there is room',
    asWide: (percent: string) => `${percent}, as wide as there is room`,
    forms,
    write: 'Export',
    warnings: 'What the reader will miss',
    about: 'What it is about',
    states: 'States',
    team: 'For',
    everyTeam: 'Every team',
    brief: 'In brief',
    looks: 'How it looks',
    language: 'Language',
    languages,
    paper: 'Paper',
    papers,
    maps: 'Maps',
    mapPapers,
    accent: 'Accent colour',
    ownAccent: 'As Baton’s',
    marks: 'How far it is',
    status: 'Status',
    statuses,
    version: 'Version',
    confidential: 'Confidentiality',
    confidentialHint: 'Confidential',
    presetsTitle: 'Saved choices',
    presetName: 'Name of this choice',
    savePreset: 'Save',
    savedAs: (name: string) => `Saved as ${name}`,
    forget: 'Forget',
    forgetNamed: (name: string) => `Forget: ${name}`,
    forgotten: (name: string) => `${name} is forgotten`,
  },
};
