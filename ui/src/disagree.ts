// Where the two sides of a handoff see it differently. Pure.

import type { Estimate, Minutes, Share } from './contract.ts';

/** Waits that are further apart than this factor are a disagreement. */
const FACTOR = 2;
/** Shares that are further apart than this are one: 20 points. */
const POINTS = 2000;

/** The lower and the higher of two values that are too far apart; nothing while they are not. */
export type Apart = { low: number; high: number } | null;

/**
 * The wait as the giver and as the receiver see it; where only one of them has said anything, his
 * word against the wait that is on the map.
 */
export function waitsApart(
  giver: Estimate<Minutes> | null,
  receiver: Estimate<Minutes> | null,
  wait: Estimate<Minutes> | null,
): Apart {
  if (!giver && !receiver) return null;
  const [a, b] = [giver ?? wait, receiver ?? wait];
  if (!a || !b) return null;
  const [low, high] = [Math.min(a.usual, b.usual), Math.max(a.usual, b.usual)];
  return high > low * FACTOR ? { low, high } : null;
}

/** %C&A as the receiver judges it, and as the giver believes it to be. */
export function sharesApart(
  receiver: Estimate<Share> | null,
  giver: Estimate<Share> | null,
): Apart {
  if (!giver || !receiver) return null;
  const [low, high] = [
    Math.min(giver.usual, receiver.usual),
    Math.max(giver.usual, receiver.usual),
  ];
  return high - low > POINTS ? { low, high } : null;
}
