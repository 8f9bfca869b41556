export { evolve } from '@fajiao/decision';
