// Days as they are kept and typed: 2026-05-22. Pure, but for today, which the window knows.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether there is such a day. */
export function isDay(text: string): boolean {
  const part = DAY.exec(text);
  if (!part) return false;
  const [year, month, day] = [Number(part[1]), Number(part[2]), Number(part[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of a moment, on the wall where the window is. */
export const dayIn = (moment: Date): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

/** A moment on the wall, to the minute: 2026-05-22T15:30. */
export const minuteIn = (moment: Date): string =>
  `${dayIn(moment)}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
