import { testPart } from './properties';

testPart(1);
