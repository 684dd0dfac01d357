import './shell/shell.css';
import './room/room.css';
import './alone/alone.css';
import './control/control.css';
import { Control } from './control/Control';
import { start } from './shell/start';

void start(() => <Control />, { control: true });
