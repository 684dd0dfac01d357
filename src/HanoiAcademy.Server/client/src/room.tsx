import './shell/shell.css';
import './room/room.css';
import './debrief/debrief.css';
import './alone/alone.css';
import './requests/desk.css';
import { Room } from './room/Room';
import { start } from './shell/start';

void start(() => <Room />);
