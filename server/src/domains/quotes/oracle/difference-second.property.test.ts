// The second half of the random lives (random-lives.ts).
import { testRandomLives } from './random-lives.ts';

testRandomLives('second');
