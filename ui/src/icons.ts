// The icons that are used, one by one; the rest of the set stays out of the build.

export {
  ArrowLeftRight,
  ChartNoAxesColumn,
  ChevronDown,
  Copy,
  Ellipsis,
  FilePlus,
  FolderOpen,
  GripVertical,
  Info,
  Lock,
  MessagesSquare,
  Pause,
  Play,
  Redo2,
  Route,
  Trash2,
  Undo2,
  Users,
  Waypoints,
  X,
} from 'lucide';
