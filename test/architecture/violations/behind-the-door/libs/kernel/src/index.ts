export { secret } from './inner';
