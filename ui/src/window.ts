// The window: loads the font, puts the view together and starts it.

import { mount } from 'svelte';
import { App } from './app.ts';
import { drawsOnProcessor } from './canvas/context.ts';
import { loadFonts } from './canvas/fonts.ts';
import { onSystemTheme, wear } from './canvas/theme.ts';
import Frame from './panels/Frame.svelte';
import { hookUp } from './test_hook.ts';
import type { Transport } from './transport.ts';
import { words } from './words.ts';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/guard.css';
import './style/map.css';
import './style/canvas.css';
import './style/capture.css';
import './style/room.css';
import './style/around.css';
import './style/panels.css';
import './style/register.css';
import './style/agreement.css';
import './style/findings.css';
import './style/promises.css';
import './style/compare.css';
import './style/versions.css';
import './style/conflict.css';
import './style/teams.css';
import './style/matrix.css';
import './style/week.css';
import './style/forms.css';
import './style/analysis.css';
import './style/plan.css';
import './style/replay.css';
import './style/patterns.css';
import './style/pack.css';

export async function open(transport: Transport): Promise<void> {
  const app = new App(transport);

  // A mistake in the view is said once and quietly; what is saved is saved.
  const wrong = () => app.notices.failure(words.unexpected);
  window.addEventListener('error', wrong);
  window.addEventListener('unhandledrejection', wrong);
  // The system's own menu would cover ours, and in WebKitGTK it cannot be closed by a key.
  window.addEventListener('contextmenu', (event) => event.preventDefault());

  // What is remembered is written after a pause; a window that closes does not wait for it.
  window.addEventListener('pagehide', () => app.places.keep());

  wear(app.view.theme);
  // The choice is the same as before; only what it means here has changed.
  onSystemTheme(() => {
    wear(app.view.theme);
    app.view.wear(app.view.theme);
  });
  document.documentElement.lang = words.locale;
  document.documentElement.classList.toggle('own-bars', drawsOnProcessor());
  hookUp(app);

  await loadFonts();
  const target = document.getElementById('app');
  if (target) mount(Frame, { target, props: { app } });
  // Before the file is drawn, so that it is drawn in that language at once. The kernel outlives the
  // page and may have been told another one.
  await app.kernel.tell({ ask: 'speak', language: words.locale === 'de' ? 'de' : 'en' });
  await app.start();
}
