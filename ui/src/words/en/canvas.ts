// English, the canvas: its gestures, its clipboard, and the actions on what is drawn.

const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

export const canvas = {
  whatArrives: 'What comes next',
  wireFrom: (name: string) => `Connecting ${name}. Go to another step and press Enter.`,
  wireTo: 'Connect to this step',
  lockedStep: 'This step is locked. Unlock it to move it.',
  noTeam: {
    up: 'There is no team above. Add one first.',
    down: 'There is no team below. Add one first.',
  },

  // The clipboard.
  copy: 'Copy',
  cut: 'Cut',
  paste: 'Paste',
  duplicate: 'Duplicate',
  copyPicture: 'Copy as picture',
  copied: (count: number) => `${steps(count)} copied`,
  pictureCopied: 'Picture copied',
  pictureNotCopied: 'This system does not take pictures from Baton. Export the pack instead.',
  pasteNoFile: 'Pictures and files cannot be put on the map. Paste text: a line, a list or a table.',
  pasteByKey: 'Press Ctrl+V to paste. This system does not let a menu read the clipboard.',
  copiedColumns: ['Step', 'Team', 'Process time', '%C&A', 'Leads to', 'Wait after'],

  // Arranging.
  align: {
    left: 'Align left edges',
    centre: 'Align centres',
    right: 'Align right edges',
    top: 'Align top edges',
    middle: 'Align middles',
    bottom: 'Align bottom edges',
  },
  spread: { x: 'Distribute horizontally', y: 'Distribute vertically' },
  lock: 'Lock in place',
  unlock: 'Unlock',
  become: {
    step: 'Make it a step',
    decision: 'Make it a decision',
    start: 'Make it a start',
    end: 'Make it an end',
  },
  ownWay: 'Let the line find its own way',
  spotlight: 'Spotlight this team',
  spotlightOff: 'Show all teams again',
  insertLane: 'Add a lane above',
  addStage: 'Add stage',
  stageFromHere: 'New stage from here',
  newStage: 'New stage',
};
