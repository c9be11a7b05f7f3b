// A chart as shapes: what is drawn in the page is what is copied as SVG. Colours are tokens, so one
// picture serves both themes. Pure.

export type Tone =
  | 'paper'
  | 'surface'
  | 'sunken'
  | 'hairline'
  | 'ink'
  | 'secondary'
  | 'muted'
  | 'accent'
  | 'trouble'
  | 'good';

export type Mark =
  | { is: 'box'; x: number; y: number; w: number; h: number; tone: Tone; strength?: number; round?: number }
  | { is: 'line'; x: number; y: number; toX: number; toY: number; tone: Tone; dashed?: boolean }
  | {
      is: 'text';
      x: number;
      y: number;
      text: string;
      tone: Tone;
      anchor?: 'start' | 'middle' | 'end';
      bold?: boolean;
      size?: number;
    };

export interface Picture {
  width: number;
  height: number;
  marks: Mark[];
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const short = (value: number): string => String(Math.round(value * 100) / 100);

export const SIZE = 11.5;

/** The picture as a file of its own, in colours that are known by then. */
export function asSvg(picture: Picture, title: string, colour: (tone: Tone) => string): string {
  const { width, height, marks } = picture;
  const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
  const ground = `<rect width="100%" height="100%" fill="${colour('surface')}"/>`;
  const drawn = marks.map((mark) => svgOf(mark, colour)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Inter, sans-serif"><title>${escaped(title)}</title>${ground}${drawn}</svg>\n`;
}

function svgOf(mark: Mark, colour: (tone: Tone) => string): string {
  const paint = colour(mark.tone);
  switch (mark.is) {
    case 'box': {
      const place = `x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.w)}" height="${short(mark.h)}"`;
      const strength = mark.strength === undefined ? '' : ` fill-opacity="${short(mark.strength)}"`;
      return `<rect ${place} rx="${mark.round ?? 0}" fill="${paint}"${strength}/>`;
    }
    case 'line': {
      const ends = `x1="${short(mark.x)}" y1="${short(mark.y)}" x2="${short(mark.toX)}" y2="${short(mark.toY)}"`;
      return `<line ${ends} stroke="${paint}" stroke-width="1"${mark.dashed ? ' stroke-dasharray="4 3"' : ''}/>`;
    }
    case 'text': {
      const place = `x="${short(mark.x)}" y="${short(mark.y)}" text-anchor="${mark.anchor ?? 'start'}"`;
      const type = `font-size="${mark.size ?? SIZE}"${mark.bold ? ' font-weight="600"' : ''}`;
      return `<text ${place} ${type} fill="${paint}">${escaped(mark.text)}</text>`;
    }
  }
}

/** Rows as a file for sheets: every cell quoted, nothing a formula. */
export function asCsv(rows: readonly (readonly string[])[], harmless: (cell: string) => string): string {
  const cell = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? text : `"${harmless(text).replace(/"/g, '""')}"`);
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
