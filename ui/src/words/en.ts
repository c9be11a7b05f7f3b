// English. Sentence case everywhere; the terms are those of the field (domain.md 1.1). One file for
// each area.

import { agreement } from './en/agreement.ts';
import { analysis } from './en/analysis.ts';
import { around } from './en/around.ts';
import { business } from './en/business.ts';
import { canvas } from './en/canvas.ts';
import { capture } from './en/capture.ts';
import { compare } from './en/compare.ts';
import { conflict } from './en/conflict.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { guard } from './en/guard.ts';
import { inspector } from './en/inspector.ts';
import { map } from './en/map.ts';
import { plan } from './en/plan.ts';
import { pack } from './en/pack.ts';
import { patterns } from './en/patterns.ts';
import { promises } from './en/promises.ts';
import { replay } from './en/replay.ts';
import { room } from './en/room.ts';
import { rules } from './en/rules.ts';
import { teams } from './en/teams.ts';
import { terms } from './en/terms.ts';
import { versions } from './en/versions.ts';

export const en = {
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
