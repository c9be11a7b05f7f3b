// Zwei Zustände nebeneinander, und die Zustände selbst.

import type { Clock, Fate, MeasureOf, MeasureUnit } from '../../contract.ts';
import { many } from './terms.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;
const said = (value: number): string => String(value).replace('.', ',');
const time = (minutes: number, clock: Clock): string => {
  const day = Math.max(clock.minutesPerDay, 1);
  const [whole, hours, days] = [Math.round(minutes), tenth(minutes / 60), tenth(minutes / day)];
  if (whole < 60) return `${whole} min`;
  if (whole < day) return `${said(hours)} ${hours === 1 ? 'Stunde' : 'Stunden'}`;
  return `${said(days)} ${days === 1 ? 'Tag' : 'Tage'}`;
};

const fates: Record<Fate, string> = {
  changed: 'Geändert',
  merged: 'Vereint',
  split: 'Geteilt',
  recast: 'Neu geordnet',
  removed: 'Entfällt',
  added: 'Neu',
};

const measures: Record<MeasureOf, string> = {
  leadTime: 'Durchlaufzeit',
  expectedLeadTime: 'Erwartete Durchlaufzeit',
  processTime: 'Bearbeitungszeit',
  activityRatio: 'Aktivitätsgrad',
  rolledCompleteAccurate: 'C&A insgesamt',
  steps: 'Schritte',
  handoffs: 'Übergaben',
  expectedHandoffs: 'Erwartete Übergaben',
  expectedReturns: 'Erwartete Rückgaben',
  betweenTeamWait: 'Wartezeit zwischen Teams',
  betweenTeamShare: 'Anteil zwischen Teams',
  expectedTouches: 'Erwartete Berührungen',
  expectedEffort: 'Erwarteter Aufwand',
  readiness: 'Reife',
  openChecks: 'Offene Prüfungen',
  lateCases: 'Verspätete Fälle',
};

const inUnits: Record<MeasureUnit, string> = {
  minutes: 'Minuten',
  percent: 'Punkte',
  count: 'Anzahl',
  personMinutes: 'Personenminuten',
};

const rules: Partial<Record<MeasureOf, string>> = {
  leadTime:
    'Jeder Schritt und jede Wartezeit zählt mit ihren Minuten auf dem kritischen Pfad nachher, abzüglich derer vorher. Die Balken ergeben zusammen die Differenz, in jeder Reihenfolge.',
  expectedLeadTime:
    'Jede Änderung zählt mit ihren eigenen Minuten und damit, wie oft sie vorkommen, beides gewichtet mit dem Mittel aus vorher und nachher. Die Balken ergeben zusammen die Differenz, in jeder Reihenfolge.',
  rolledCompleteAccurate:
    'Das Produkt aller Anteile wird über Logarithmen zerlegt, sodass die Balken zusammen die Differenz ergeben, in jeder Reihenfolge.',
  lateCases:
    'Ob ein Fall verspätet ist, ist keine Summe. Jede Änderung zählt im Verhältnis dessen, was sie zur erwarteten Durchlaufzeit beiträgt, sodass die Balken zusammen die Differenz ergeben, in jeder Reihenfolge.',
};

export const compare = {
  compare: {
    title: 'Vergleich',
    open: 'Zustände vergleichen',
    from: 'Von',
    to: 'Nach',
    pair: (from: string, to: string) => `${from} nach ${to}`,
    headline: (minutes: number, clock: Clock) =>
      Math.abs(minutes) < 0.5
        ? 'So schnell wie vorher'
        : minutes < 0
          ? `${time(-minutes, clock)} schneller`
          : `${time(minutes, clock)} langsamer`,
    layout: 'Anordnung des Vergleichs',
    layouts: { overlay: 'Übereinander', sides: 'Nebeneinander', stacked: 'Untereinander' },
    onlyChanges: 'Nur Änderungen',
    picture: (changes: number) =>
      `Verglichene Karten mit ${many(changes, 'Änderung', 'Änderungen')}. Pfeiltasten verschieben sie, Plus und Minus zoomen, 0 zeigt alles. Die Liste daneben sagt dasselbe in Worten.`,
    measure: 'Kennzahl',
    before: 'Vorher',
    after: 'Nachher',
    change: 'Änderung',
    measures,
    allFigures: (count: number) => `Alle ${count} Kennzahlen`,
    fewerFigures: 'Weniger Kennzahlen',
    same: 'gleich',
    lateOf: (promise: string, time: string) => `Fälle, die später sind, als „${promise}“ erlaubt, ${time}, nach Simulation beider Zustände`,
    points: (said: string) => `${said} ${said === '1' ? 'Punkt' : 'Punkte'}`,
    changes: 'Änderungen',
    none: 'Nichts ist anders. Ändern Sie etwas in einem der beiden Zustände, dann steht es hier.',
    effectOn: 'Wirkung auf',
    order: 'Reihenfolge',
    byEffect: 'Größte Wirkung zuerst',
    byPlace: 'In der Reihenfolge der Karte',
    fates,
    detail: (label: string, before: string, after: string) => `${label} ${before} → ${after}`,
    more: (count: number) => `${count} weitere`,
    why: 'Woran es liegt',
    fallSpoken: (measure: string, parts: number) =>
      `${measure} von vorher nach nachher, aus ${many(parts, 'Ursache', 'Ursachen')}. Die Tabelle darunter sagt dasselbe.`,
    countsOtherwise: (title: string) => `${title} (zählt anders)`,
    others: (count: number) => many(count, 'kleinere Ursache', 'kleinere Ursachen'),
    cause: 'Ursache',
    effect: 'Wirkung',
    inUnits,
    rules,
    needs: 'Maßnahmen dafür',
    owned: (owned: number, all: number) => `${owned} von ${all} mit Zuständigen`,
    noActions: 'Für diese Änderungen ist noch keine Maßnahme geplant.',
    inDays: (days: number) => `${days} Tage`,
    unplanned: 'Änderungen ohne Maßnahme',
    unplannedLead: 'Der Soll-Zustand hat sie, und niemand hat geplant, sie umzusetzen.',
    allPlanned: 'Jede Änderung hat eine Maßnahme.',
    plan: 'Planen',
    planFor: (title: string) => `Planen: ${title}`,
    actionFor: (fate: Fate, title: string) =>
      ({ added: `${title} einführen`, removed: `${title} abschaffen` } as Partial<Record<Fate, string>>)[fate] ?? `Umsetzen: ${title}`,
    fewer: 'Weniger',
    allOf: (count: number) => `Alle ${count}`,
    signOff: 'Freigegeben',
    nobodySigned: 'Noch niemand hat unterschrieben, dass es so sein soll.',
    signer: 'Name und Rolle der Person, die unterschreibt',
    sign: 'Freigeben',
    signed: (name: string) => `Freigegeben von ${name}`,
    withdraw: 'Zurückziehen',
    withdrawOf: (name: string) => `Unterschrift von ${name} zurückziehen`,
    verdicts: { better: 'besser', worse: 'schlechter', same: 'unverändert' },
    summary: (added: number, removed: number, changed: number) =>
      `${added} neu, ${removed} entfallen, ${changed} geändert`,
  },
  state: {
    title: 'Zustand',
    description: 'Was er ausprobiert',
    makeFuture: 'Soll-Zustand daraus machen',
    makeVariant: 'Variante daraus machen',
    promote: 'Zum Soll-Zustand machen',
    delete: 'Diesen Zustand löschen',
    variantName: (name: string, number: number) => `${name} ${number}`,
    variant: 'Variante',
    roles: { current: 'Ist-Zustand', future: 'Soll-Zustand', variant: 'Variante' },
  },
};
