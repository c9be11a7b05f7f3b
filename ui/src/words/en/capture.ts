// The capture line.

import type { SuggestedKind } from '../../contract.ts';
import { many } from './terms.ts';

const suggested: Record<SuggestedKind, string> = {
  team: 'Team',
  step: 'Step',
  role: 'Role',
  cause: 'Cause',
  system: 'System',
  channel: 'Channel',
  word: 'Word',
};

export const capture = {
  suggested,
  captureLine: 'Capture line',
  openCapture: 'Type onto the map',
  captureHint: '> Sales: Triage leads, 15 min, 90 %, w 2 d queue',
  captureFirstHint: 'Sales: Triage leads, 15 min, 90 %',
  captureAfter: (step: string) => `After ${step}`,
  captureIn: (team: string) => `In ${team}`,
  captureStart: 'Team: first step',
  captureEmpty:
    'A step, then what is said of it. > goes on from the last step, ~> goes back, Team: names the lane.',
  captureMakes: (steps: number, connectors: number, handoffs: readonly string[], also: readonly string[]) => {
    const parts = [
      steps > 0 ? many(steps, 'step', 'steps') : '',
      connectors > 0 ? many(connectors, 'connector', 'connectors') : '',
      ...handoffs.slice(0, 3).map((name) => `handoff ${name}`),
      handoffs.length > 3 ? `and ${many(handoffs.length - 3, 'more handoff', 'more handoffs')}` : '',
      ...also,
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : 'Changes what is there';
  },
  captureLines: (count: number) => many(count, 'line', 'lines'),
  captureAll: 'Capture all',
  captured: (what: string) => (what === '' ? 'Captured' : `Captured: ${what}`),
  captureSuggestions: 'Suggestions',
  suggestionsCount: (count: number) => many(count, 'suggestion', 'suggestions'),
};
