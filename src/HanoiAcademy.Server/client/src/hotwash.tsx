import './shell/shell.css';
import './debrief/debrief.css';
import { HotWash } from './debrief/HotWash';
import { start } from './shell/start';

void start(() => <HotWash />, { control: true });
