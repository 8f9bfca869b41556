import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { Operation } from '@fajiao/platform';
import { ApiExcludeController } from '@nestjs/swagger';
import { kindOf } from '../application/histories';
import type { Replayable } from '../replay/replayable';
import { auditProblem } from './audit.messages';
import { PAGE_POLICY } from './pages/layout';
import { startPage } from './pages/start.page';
import { timelinePage } from './pages/timeline.page';
import { REPLAYABLES } from './tokens';

const asset = (name: string): string => readFileSync(join(__dirname, 'pages', name), 'utf8');
const SCRIPT = asset('timeline.js');
const STYLE = asset('style.css');
const HTML = 'text/html; charset=utf-8';

/** Histories as the pages call them. */
const TITLES: Readonly<Record<string, string>> = {
  case: '案件',
  fine: '罚款',
  disclosure: '公示',
  payment: '缴款回执',
  paymentCode: '缴款码',
  statement: '对账单',
  suspense: '挂账款项',
  decisionRefusal: '决定侧拒绝',
  collectionRefusal: '收缴侧拒绝',
};

/** The auditor's pages (审计网页). */
@ApiExcludeController()
@Controller('audit')
export class AuditPagesController {
  constructor(@Inject(REPLAYABLES) private readonly replayables: readonly Replayable[]) {}

  @Get()
  @Operation('audit.startPage')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  start(): string {
    return startPage(this.replayables.map((replayable) => [kindOf(replayable), titleOf(replayable)]));
  }

  @Get(':kind/:id.html')
  @Operation('audit.timelinePage')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  timeline(@Param('kind') kind: string): string {
    const replayable = this.replayables.find((candidate) => kindOf(candidate) === kind);
    if (!replayable) throw auditProblem('history.unknown-kind');
    return timelinePage(titleOf(replayable));
  }

  @Get('timeline.js')
  @Operation('audit.script')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  script(): string {
    return SCRIPT;
  }

  @Get('style.css')
  @Operation('audit.style')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  style(): string {
    return STYLE;
  }
}

const titleOf = ({ category }: Replayable): string =>
  (Object.hasOwn(TITLES, category) ? TITLES[category] : undefined) ?? category;
