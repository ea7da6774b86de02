import { blocks } from './blocks';
import { console } from './console';
import { costs } from './costs';
import { failures } from './failures';
import { format } from './format';
import { found } from './found';
import { questions } from './questions';
import { receipt } from './receipt';
import { reports } from './reports';
import { screens } from './screens';
import { settings } from './settings';
import { sharing } from './sharing';

export const en = {
  blocks,
  console,
  costs,
  failures,
  format,
  found,
  questions,
  receipt,
  reports,
  screens,
  settings,
  sharing,
};
