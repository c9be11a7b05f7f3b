// German. The same words as in English, every one of them: a missing one does not compile.

import type { Words } from '../words.ts';
import { agreement } from './de/agreement.ts';
import { analysis } from './de/analysis.ts';
import { around } from './de/around.ts';
import { business } from './de/business.ts';
import { canvas } from './de/canvas.ts';
import { capture } from './de/capture.ts';
import { compare } from './de/compare.ts';
import { conflict } from './de/conflict.ts';
import { forms } from './de/forms.ts';
import { frame } from './de/frame.ts';
import { guard } from './de/guard.ts';
import { inspector } from './de/inspector.ts';
import { map } from './de/map.ts';
import { plan } from './de/plan.ts';
import { pack } from './de/pack.ts';
import { patterns } from './de/patterns.ts';
import { promises } from './de/promises.ts';
import { replay } from './de/replay.ts';
import { room } from './de/room.ts';
import { rules } from './de/rules.ts';
import { teams } from './de/teams.ts';
import { terms } from './de/terms.ts';
import { versions } from './de/versions.ts';

export const de: Words = {
  ...canvas,
  ...terms,
  ...frame,
  ...guard,
  ...conflict,
  ...map,
  ...inspector,
  ...capture,
  ...room,
  ...around,
  ...agreement,
  ...rules,
  ...teams,
  ...forms,
  ...analysis,
  ...promises,
  ...plan,
  ...replay,
  ...compare,
  ...patterns,
  ...versions,
  ...business,
  ...pack,
};
