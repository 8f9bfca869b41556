import { civilDateOf } from '@fajiao/kernel';
import { ownIdOf } from '../../domain/bank-reference';
import type { StatementState } from '../../domain/statement/statement';
import type { CollectionDeps } from '../collection-deps';
import type { Sender } from '../commands';
import type { Receipt } from '../receipt';
import { StatementIntake } from '../statement-intake';
import { type DryRun, DryRuns } from './dry-run';
import { checkFile, type CheckedFile, linesOf } from './statement-file';
import { StatementFileFault } from './statement-file-fault';

/** Lines that are tried out at most: what would become of each is held in memory, up to a kilobyte a line. */
export const MOST_TRIED = 100_000;

export interface TakenFile {
  readonly file: CheckedFile;
  readonly receipt: Receipt<StatementState>;
}

/** Takes banks' files in: the whole file is held against its own header and trailer before its first line is kept. */
export class StatementFiles {
  private readonly dryRuns: DryRuns;

  constructor(private readonly deps: CollectionDeps) {
    this.dryRuns = new DryRuns(deps);
  }

  /** The same file again changes nothing; one that was cut off by a crash goes on where it was. @throws StatementFileFault */
  async take(bank: string, path: string, sender: Sender): Promise<TakenFile> {
    const file = await this.checked(bank, path);
    if (file.date > civilDateOf(sender.now)) return { file, receipt: { outcome: 'in-future' } };
    const { date, kind, lines, linesFen, contentHash, control } = file;
    const head = { ...{ bank, date, kind, lines, linesFen, contentHash }, controlFen: control.fen };
    return { file, receipt: await new StatementIntake(this.deps, head, sender).takeIn(linesOf(path, file)) };
  }

  /** What would become of its lines now; nothing is written. @throws StatementFileFault */
  async tryOut(bank: string, path: string, sender: Sender): Promise<{ file: CheckedFile; dryRun: DryRun }> {
    const file = await this.checked(bank, path);
    if (file.lines > MOST_TRIED)
      throw new StatementFileFault('statement-file.too-long', { lines: file.lines, most: MOST_TRIED });
    return {
      file,
      dryRun: await this.dryRuns.of({ bank, date: file.date, kind: file.kind }, linesOf(path, file), sender),
    };
  }

  private async checked(bank: string, path: string): Promise<CheckedFile> {
    const file = await checkFile(path);
    if (file.bank !== undefined && file.bank !== ownIdOf(bank)) throw new StatementFileFault('statement-file.bank');
    return file;
  }
}
