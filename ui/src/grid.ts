// Walking over a grid of cells with the keyboard, as in a sheet: arrows, Home, End, Page Up and Page
// Down, with Ctrl to the corners. Pure; a key that does not walk is answered by nothing.

export interface Cell {
  row: number;
  column: number;
}

/** Rows that Page Up and Page Down go over. */
const PAGE = 10;

export function walked(
  at: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  rows: number,
  columns: number,
): Cell | null {
  const { row, column } = at;
  const to = ((): Cell | null => {
    switch (key) {
      case 'ArrowUp':
        return { row: ctrlKey ? 0 : row - 1, column };
      case 'ArrowDown':
        return { row: ctrlKey ? rows - 1 : row + 1, column };
      case 'ArrowLeft':
        return { row, column: ctrlKey ? 0 : column - 1 };
      case 'ArrowRight':
        return { row, column: ctrlKey ? columns - 1 : column + 1 };
      case 'Home':
        return { row: ctrlKey ? 0 : row, column: 0 };
      case 'End':
        return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
      case 'PageUp':
        return { row: row - PAGE, column };
      case 'PageDown':
        return { row: row + PAGE, column };
      default:
        return null;
    }
  })();
  return to && inside(to, rows, columns);
}

/** The nearest cell that is there. */
export function inside({ row, column }: Cell, rows: number, columns: number): Cell {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: within(row, rows), column: within(column, columns) };
}
