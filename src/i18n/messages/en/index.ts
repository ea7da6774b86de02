import { blocks } from './blocks';
import { console } from './console';
import { costs } from './costs';
import { explanations } from './explanations';
import { failures } from './failures';
import { format } from './format';
import { found } from './found';
import { looker } from './looker';
import { menu } from './menu';
import { offline } from './offline';
import { privacy } from './privacy';
import { questions } from './questions';
import { receipt } from './receipt';
import { refresh } from './refresh';
import { reports } from './reports';
import { screens } from './screens';
import { settings } from './settings';
import { sharing } from './sharing';

export const en = {
  blocks,
  console,
  costs,
  explanations,
  failures,
  format,
  found,
  looker,
  menu,
  offline,
  privacy,
  questions,
  receipt,
  refresh,
  reports,
  screens,
  settings,
  sharing,
};
