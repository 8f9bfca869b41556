export const officers = [];
