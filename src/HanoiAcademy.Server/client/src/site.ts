import './site/tokens.css';
import './site/base.css';
import './site/layout.css';
import './site/controls.css';
import './site/lesson.css';
import './site/contributions.css';
import './site/print.css';
import './site/forced-colors.css';
import { keepUnsaved } from './site/unsaved';

keepUnsaved();
