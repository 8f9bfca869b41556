// Injection tokens of what the platform module provides everywhere.

/** The `Config`. */
export const CONFIG = Symbol('Config');
/** The `Clock`. */
export const CLOCK = Symbol('Clock');
/** The `People`. */
export const PEOPLE = Symbol('People');
/** The `BankRegister`. */
export const BANKS = Symbol('BankRegister');
/** The `TokenVerifier`. */
export const TOKENS = Symbol('TokenVerifier');
/** The parts of this process, the platform's own among them. */
export const PARTS = Symbol('ContextPart[]');
