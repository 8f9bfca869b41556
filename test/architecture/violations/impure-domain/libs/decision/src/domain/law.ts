import { readFileSync } from 'node:fs';

export const law = (): string => readFileSync('law.txt', 'utf8');
