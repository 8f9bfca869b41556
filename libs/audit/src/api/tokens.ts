/** Injection token of what lateness is judged by. */
export const RECORDING_RULES = Symbol('RecordingRules');
/** Injection token of what can be replayed. */
export const REPLAYABLES = Symbol('Replayables');
