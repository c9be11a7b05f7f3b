// The icons that are used, one by one; the rest of the set stays out of the build.

export {
  ArrowLeftRight,
  ChevronDown,
  FilePlus,
  FolderOpen,
  Info,
  Lock,
  MessagesSquare,
  Redo2,
  Route,
  Undo2,
  Waypoints,
  X,
} from 'lucide';
