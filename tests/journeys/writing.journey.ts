// Other scripts on the map: the fonts that the kernel measured with are the ones that are painted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Baton } from './baton.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await Baton.start({ sample: 'bundled' });
  await baton.openSample();
  await baton.idle();
});

afterAll(async () => {
  expect(baton?.wrongs).toEqual([]);
  await baton?.end();
});

/** The bundled fonts that were fetched, beside Inter: family and weights. */
const fetched = () =>
  baton.page.evaluate(() =>
    [...document.fonts]
      .filter((it) => it.status === 'loaded' && !it.family.includes('Inter'))
      .map((it) => `${it.family.replaceAll('"', '')} ${it.weight}`)
      .sort(),
  );

async function rename(from: string, to: string) {
  await baton.page.getByRole('button', { name: new RegExp(from) }).first().focus();
  await baton.press('F2');
  await baton.press('Control+A');
  await baton.type(to);
  await baton.press('Enter');
  await baton.idle();
}

it('a script is fetched when its first letter is written, in the weights of the map', async () => {
  expect(await fetched()).toEqual([]);
  await rename('Capture and enrich inbound lead', 'تسجيل العميل');
  const arabic = ['IBM Plex Sans Arabic 400 500', 'IBM Plex Sans Arabic 600 700'];
  await expect.poll(fetched).toEqual(expect.arrayContaining(arabic));
  expect((await fetched()).some((it) => it.includes('JP'))).toBe(false);
});

it('shared characters take the forms of what else is written', async () => {
  const forms = () => baton.page.evaluate(() => document.documentElement.dataset.forms);
  await rename('Score lead and mark MQL', '受注');
  await expect.poll(forms).toBe('chinese');
  await rename('Run contact attempts', '引き継ぎ');
  await expect.poll(forms).toBe('japanese');
  await expect.poll(fetched).toEqual(expect.arrayContaining(['Noto Sans JP 400 700']));
});
