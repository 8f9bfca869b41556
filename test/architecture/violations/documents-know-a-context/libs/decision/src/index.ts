export const penalty = 'warning';
