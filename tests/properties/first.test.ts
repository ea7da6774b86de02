import { testPart } from './properties';

testPart(0);
