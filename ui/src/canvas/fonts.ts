// The bundled font, loaded before the first paint: the kernel has measured and broken every line
// with it, and a canvas does not wait for fonts by itself.

const WEIGHTS = [400, 500, 600, 700];

export const FAMILY = 'Inter';

export async function loadFonts(): Promise<void> {
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 13px ${FAMILY}`)));
}
