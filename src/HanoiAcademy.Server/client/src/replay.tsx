import './shell/shell.css';
import './room/room.css';
import './requests/desk.css';
import './control/control.css';
import './replay/replay.css';
import { startReplay } from './replay/start';

void startReplay();
