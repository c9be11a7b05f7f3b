// What the menu at the pointer offers, in groups, by the ids of the rows; of these it shows the
// ones that can be done now.

export const context: readonly (readonly string[])[] = [
  ['edit.text', 'map.wait', 'map.ownWay'],
  ['map.pain', 'room.idea', 'room.question', 'room.note'],
  ['map.become.step', 'map.become.decision', 'map.become.start', 'map.become.end'],
  [
    'map.align.left',
    'map.align.centre',
    'map.align.right',
    'map.align.top',
    'map.align.middle',
    'map.align.bottom',
    'map.spread.x',
    'map.spread.y',
  ],
  ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate', 'edit.picture', 'edit.delete'],
  ['view.patterns', 'map.lock', 'map.spotlight'],
  ['map.lane', 'map.laneAbove', 'map.laneUp', 'map.laneDown', 'map.stage'],
  ['edit.undo', 'view.fit', 'map.tidy'],
];
