export { secret } from '../../kernel/src/inner';
